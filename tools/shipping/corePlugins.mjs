/** Vite plugins that give the page its two odd pieces: the WebAssembly core, and the engine's script. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { build } from "vite";
import { root } from "../command.mjs";
import { packed } from "./packed.mjs";

export const modulePath = `${root}build/wasm/bindings/backprop_lab_module.wasm`;
const packedPath = `${root}build/engine/core.lzma`;
const enginePath = `${root}build/engine/engine.js`;

/**
 * Provides `virtual:core-wasm`: `packedCore(): Promise<Uint8Array>`, the core as web/engine/lzma.ts unpacks it: more
 * tightly than hosts do it, and by all hosts alike.
 * @param {{inline: boolean}} options  inline: the bytes are part of the script, in base64 (it needs no request, and none
 *   could be made from file://); otherwise they are a file of their own, fetched by relative address
 */
export function coreWasm({ inline }) {
  return virtualModule("virtual:core-wasm", () => (inline ? inlinedCore() : fetchedCore()));
}

function fetchedCore() {
  mkdirSync(dirname(packedPath), { recursive: true });
  writeFileSync(packedPath, packedWasm());
  return `
  import address from ${JSON.stringify(`${packedPath}?url`)};
  export async function packedCore() {
    const response = await fetch(address);
    if (!response.ok) throw new Error(address + ": " + response.status + " " + response.statusText);
    return new Uint8Array(await response.arrayBuffer());
  }`;
}

const inlinedCore = () => `
  export async function packedCore() {
    return Uint8Array.from(atob("${Buffer.from(packedWasm()).toString("base64")}"), (byte) => byte.charCodeAt(0));
  }`;

/** Once for all pages of a build: it takes seconds. */
function packedWasm() {
  core ??= packed(readFileSync(modulePath));
  return core;
}
let core;

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
