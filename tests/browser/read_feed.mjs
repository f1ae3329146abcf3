// Prints a feed, as a feed reader's parser understands it, in JSON: node read_feed.mjs atom|json FILE
import { readFileSync } from "node:fs";
import { parseAtomFeed, parseJsonFeed } from "feedsmith";

const [kind, file] = process.argv.slice(2);
const parse = kind === "atom" ? parseAtomFeed : parseJsonFeed;
console.log(JSON.stringify(parse(readFileSync(file, "utf8"))));
