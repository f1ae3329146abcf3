// read_workflow.mjs FILE: what GitHub's own parser finds wrong with a workflow, as a JSON list.
import { readFileSync } from "node:fs";
import { register } from "node:module";

// The package imports JSON files in a way that only bundlers know.
const load = `
import { readFile } from "node:fs/promises";
export const load = async (url, context, next) =>
  url.endsWith(".json")
    ? { format: "module", shortCircuit: true, source: "export default " + (await readFile(new URL(url), "utf8")) }
    : next(url, context);
`;
register("data:text/javascript," + encodeURIComponent(load));
const { NoOperationTraceWriter, convertWorkflowTemplate, parseWorkflow } = await import("@actions/workflow-parser");

const name = process.argv[2];
const read = parseWorkflow({ name, content: readFileSync(name, "utf8") }, new NoOperationTraceWriter());
await convertWorkflowTemplate(read.context, read.value);
process.stdout.write(JSON.stringify(read.context.errors.getErrors().map((error) => error.message)));
