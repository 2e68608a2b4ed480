/** Vite plugins that give the page its two odd pieces: the WebAssembly core, and the worker's code. */
import { readFileSync } from "node:fs";
import { deflateRawSync } from "node:zlib";
import { build } from "vite";
import { root } from "../command.mjs";

export const modulePath = `${root}build/wasm/bindings/backprop_lab_module.wasm`;

/**
 * Provides `virtual:core-wasm`: `wasmBytes(): Promise<ArrayBuffer | Response>`.
 * @param {{inline: boolean}} options  inline: the bytes are part of the script, deflated, in base64 (it needs no
 *   request, and none could be made from file://); otherwise they are a file of their own, fetched by relative address
 */
export function coreWasm({ inline }) {
  return virtualModule("virtual:core-wasm", () => (inline ? inlinedWasm() : fetchedWasm()));
}

const fetchedWasm = () => `
  import address from ${JSON.stringify(`${modulePath}?url`)};
  export const wasmBytes = () => fetch(address);`;

const inlinedWasm = () => `
  const deflated = "${deflateRawSync(readFileSync(modulePath), { level: 9 }).toString("base64")}";
  export function wasmBytes() {
    const bytes = Uint8Array.from(atob(deflated), (character) => character.charCodeAt(0));
    const inflated = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
    return new Response(inflated).arrayBuffer();
  }`;

/**
 * Provides `virtual:worker-code`: the worker's program as one text, a classic script. A worker made from a Blob of
 * it starts wherever the page does; Chromium refuses module workers from file:// and in sandboxed frames.
 */
export function workerCode() {
  return virtualModule("virtual:worker-code", async () => {
    const [{ output }] = await build({
      configFile: false,
      root,
      logLevel: "warn",
      build: {
        write: false,
        target: "es2022",
        lib: { entry: `${root}web/engine/worker.ts`, formats: ["iife"], name: "worker" },
      },
    });
    return `export default ${JSON.stringify(output[0].code)};`;
  });
}

/** A module that is no file: imported by its name, its code made when it is first asked for. */
function virtualModule(name, code) {
  const id = `\0${name}`;
  return {
    name,
    resolveId: (source) => (source === name ? id : undefined),
    load: (asked) => (asked === id ? code() : undefined),
  };
}
