/** `npm run dev`: the page from its sources, reloaded as they change. Needs one `npm run build` before, for the core;
 *  the worker's code is made anew when this is started again. */
import { createServer } from "vite";
import { root } from "./command.mjs";
import { coreWasm, workerCode } from "./shipping/corePlugins.mjs";

const server = await createServer({
  configFile: false,
  root: `${root}web`,
  plugins: [coreWasm({ inline: true }), workerCode()],
  server: { fs: { allow: [root] } },
});
await server.listen();
server.printUrls();
