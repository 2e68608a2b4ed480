/** `npm start`: installs what is missing, builds, serves dist/ and prints its address.
 *  Options: --port 8080, --no-serve. */
import { parseArgs } from "node:util";
import { root } from "./command.mjs";
import { serve } from "./serve.mjs";
import { prepareMachine, requireNode } from "./toolchain.mjs";

requireNode();
const { values } = parseArgs({
  options: { port: { type: "string", default: "8080" }, "no-serve": { type: "boolean", default: false } },
});
try {
  await prepareMachine();
  const { buildAll } = await import("./build.mjs"); // it imports what has only now been installed
  await buildAll();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
if (!values["no-serve"]) {
  const { address } = await serve({ folder: `${root}dist`, port: Number(values.port) });
  console.log(`\nBackprop Lab is at ${address}   (Ctrl+C ends it)`);
}
