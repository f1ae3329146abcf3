// read_site.mjs ROOT CONTEXT < {"addresses": […]}: what Netlify's own packages make of a project and
// of the `_headers` and `_redirects` in its output/, as JSON.
import { readFileSync } from "node:fs";
import { resolveConfig } from "@netlify/config";
import { parseAllHeaders } from "@netlify/headers-parser";
import { parseAllRedirects } from "@netlify/redirect-parser";

const [root, context] = process.argv.slice(2);
const { addresses } = JSON.parse(readFileSync(0, "utf8"));
const { config, env } = await resolveConfig({
  cwd: root,
  repositoryRoot: root,
  context,
  branch: "trial",
  offline: true,
  mode: "cli",
});
const sent = await parseAllHeaders({ headersFiles: [`${root}/output/_headers`], minimal: false });
const moved = await parseAllRedirects({ redirectsFiles: [`${root}/output/_redirects`], minimal: true });
const matches = (address) =>
  sent.headers.filter((rule) => new RegExp(rule.forRegExp).test(address)).map((rule) => rule.values);
process.stdout.write(
  JSON.stringify({
    config,
    variables: Object.fromEntries(Object.entries(env).map(([name, one]) => [name, one.value])),
    headers: sent.headers.map((rule) => [rule.for, rule.values]),
    redirects: moved.redirects.map((rule) => [rule.from ?? rule.path, rule.to, rule.status]),
    errors: [...sent.errors, ...moved.errors].map(String),
    matched: Object.fromEntries(addresses.map((address) => [address, matches(address)])),
  }),
);
