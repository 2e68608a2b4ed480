/** `npm run dev`: the page from its sources, reloaded as they change. Needs one `npm run build` before, for the core;
 *  the engine's script is made anew when this is started again. */
import { createServer } from "vite";
import { root } from "./command.mjs";
import { coreWasm, engineScript } from "./shipping/corePlugins.mjs";

const server = await createServer({
  configFile: false,
  root: `${root}web`,
  plugins: [coreWasm("file"), engineScript({ inline: false })],
  server: { fs: { allow: [root] } },
});
await server.listen();
server.printUrls();
