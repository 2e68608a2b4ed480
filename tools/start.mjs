/** `npm start`: installs what is missing, builds, serves dist/ and prints its address.
 *  Options: --port 8080, --no-serve. */
import { parseArgs } from "node:util";
import { mustRun, root } from "./command.mjs";
import { serve } from "./serve.mjs";
import { prepareMachine, requireNode } from "./toolchain.mjs";

requireNode();
const { values } = parseArgs({
  options: { port: { type: "string", default: "8080" }, "no-serve": { type: "boolean", default: false } },
});
try {
  await prepareMachine();
  await mustRun(process.execPath, ["tools/build.mjs"], { show: true });
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
if (!values["no-serve"]) {
  const { address } = await serve({ folder: `${root}dist`, port: Number(values.port) });
  console.log(`\nBackprop Lab is at ${address}   (Ctrl+C ends it)`);
}
