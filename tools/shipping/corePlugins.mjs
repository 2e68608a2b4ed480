/** Vite plugins that give the page its two odd pieces: the WebAssembly core, and the engine's script. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import zopfli from "@gfx/zopfli";
import { build } from "vite";
import { root } from "../command.mjs";

export const modulePath = `${root}build/wasm/bindings/backprop_lab_module.wasm`;
const deflatedPath = `${root}build/engine/core.deflate`;
const enginePath = `${root}build/engine/engine.js`;

/**
 * Provides `virtual:core-wasm`: `wasmBytes(): Promise<ArrayBuffer | Response>`. The core is deflated here, more
 * tightly than hosts do it, and by all hosts alike.
 * @param {{inline: boolean}} options  inline: the bytes are part of the script, deflated, in base64 (it needs no
 *   request, and none could be made from file://); otherwise they are a file of their own, fetched by relative address
 */
export function coreWasm({ inline }) {
  return virtualModule("virtual:core-wasm", () => (inline ? inlinedWasm() : fetchedWasm()));
}

async function fetchedWasm() {
  mkdirSync(dirname(deflatedPath), { recursive: true });
  writeFileSync(deflatedPath, await deflatedWasm());
  return `
  import address from ${JSON.stringify(`${deflatedPath}?url`)};
  export async function wasmBytes() {
    const response = await fetch(address);
    if (!response.ok) return response;
    const inflated = response.body.pipeThrough(new DecompressionStream("deflate-raw"));
    return new Response(inflated, { headers: { "Content-Type": "application/wasm" } });
  }`;
}

const inlinedWasm = async () => `
  const deflated = "${(await deflatedWasm()).toString("base64")}";
  export function wasmBytes() {
    const bytes = Uint8Array.from(atob(deflated), (character) => character.charCodeAt(0));
    const inflated = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
    return new Response(inflated).arrayBuffer();
  }`;

/** Once for all pages of a build: it takes seconds. */
function deflatedWasm() {
  deflated ??= zopfli.deflateAsync(readFileSync(modulePath), { numiterations: 15 }).then((bytes) => Buffer.from(bytes));
  return deflated;
}
let deflated;

/**
 * Provides `virtual:engine-script`: the address of the engine's script, a file of its own.
 * @param {{inline: boolean}} options  inline: there is no address, for the page itself holds the script
 */
export function engineScript({ inline }) {
  return virtualModule("virtual:engine-script", async () => {
    if (inline) return "export const address = undefined;";
    mkdirSync(dirname(enginePath), { recursive: true });
    writeFileSync(enginePath, await bundleEngine());
    return `export { default as address } from ${JSON.stringify(`${enginePath}?url`)};`;
  });
}

/** The engine as one classic script: Chromium refuses module workers from file:// and in sandboxed frames. */
export async function bundleEngine() {
  const [{ output }] = await build({
    configFile: false,
    root,
    logLevel: "warn",
    build: {
      write: false,
      target: "es2022",
      lib: { entry: `${root}web/engine/engineScript.ts`, formats: ["iife"], name: "engine" },
    },
  });
  return output[0].code;
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
