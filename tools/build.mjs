/** `npm run build`: the core to WebAssembly, then everything in dist/:
 *    index.html + assets/   the page for any static host, in any sub-folder
 *    backprop-lab.html      the page as one file, for file:// and sandboxed frames
 *    backprop-lab.js, .d.ts the headless API for node and for pages */
import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { mustRun, root, stage } from "./command.mjs";
import { emscriptenEnvironment } from "./toolchain.mjs";

const folder = `${root}dist`;

/** Configures CMake's preset and builds one of its targets. */
async function compileCore(target) {
  const env = emscriptenEnvironment();
  const tests = existsSync("/usr/src/googletest") ? "ON" : "OFF";
  await mustRun("cmake", ["--preset", "wasm", `-DBACKPROP_TESTS=${tests}`], { env });
  await mustRun("cmake", ["--build", "--preset", "wasm", "--target", target, "-j", `${availableParallelism()}`], {
    env,
  });
}

/** Builds everything in dist/. */
export async function buildAll() {
  await stage("Compiling the core to WebAssembly", () => compileCore("backprop_lab_module"));
  const { buildHosted, buildSingleFile } = await import("./shipping/pages.mjs");
  const { buildHeadless } = await import("./shipping/headless.mjs");
  await stage("Bundling the page for hosts", () => buildHosted(folder));
  await stage("Bundling the page as one file", () => buildSingleFile(folder));
  await stage("Bundling the headless API", () => buildHeadless(folder));
}

if (import.meta.filename === process.argv[1]) {
  try {
    await buildAll();
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
