/** Which way dependencies may point. A room may use itself and the rooms before it. */
import { dirname, join, normalize } from "node:path";

export const coreRooms = [
  "foundation",
  "numerics",
  "random",
  "data",
  "models",
  "objective",
  "metrics",
  "training",
  "landscape",
  "experiment",
];

/** web/'s rooms in order. `controls` are what every view may use; `lessons` speak of views; `app` wires everything. */
export const webRooms = ["engine", "state", "texts", "controls", "views", "lessons", "app"];

/** What an Emscripten-free core must not mention, and what keeps an experiment reproducible. */
const strangersInCore = [
  [/emscripten|EMSCRIPTEN/, "Emscripten"],
  [/#\s*include\s*<(iostream|fstream|filesystem)>|\b(printf|fopen|puts|getenv)\s*\(/, "input and output"],
  [/#\s*include\s*<(chrono|ctime|time\.h)>/, "the clock"],
  [/#\s*include\s*<random>|\bs?rand\s*\(/, "the standard library's randomness"],
  [/#\s*include\s*<(unordered_map|unordered_set)>/, "containers whose order is not the same everywhere"],
  [/\bthrow\b(?!\w)/, "exceptions"],
];

/**
 * What a file breaks.
 * @param {string} path  from the repository's root, with /
 * @param {string} text
 * @returns {string[]}  sentences
 */
export function violations(path, text) {
  if (/^core\/.*\.(hpp|cpp)$/.test(path)) return violationsInCore(path, withoutComments(text));
  if (/^bindings\/.*\.(hpp|cpp)$/.test(path)) return violationsInBindings(path, withoutComments(text));
  if (/^web\/.*\.ts$/.test(path)) return violationsInWeb(path, withoutComments(text));
  return [];
}

function violationsInCore(path, code) {
  const room = path.split("/")[1];
  const rank = coreRooms.indexOf(room);
  if (rank < 0) return [`${path}: "${room}" is not among the core's rooms`];
  const found = strangersInCore.filter(([pattern]) => pattern.test(code)).map(([, what]) => `${path} uses ${what}`);
  for (const [, included] of code.matchAll(/#\s*include\s*"([^"]+)"/g)) {
    const other = coreRooms.indexOf(included.split("/")[0]);
    if (other < 0) found.push(`${path} includes "${included}", which is not "room/file.hpp"`);
    else if (other > rank) found.push(`${path} includes "${included}": ${room} comes before ${coreRooms[other]}`);
  }
  return found;
}

/** Bindings marshal: they include the core and Embind, and compute nothing. */
function violationsInBindings(path, code) {
  const found = [];
  if (/#\s*include\s*<(cmath|math\.h|numeric|complex|random)>|#\s*include\s*<Eigen\//.test(code)) {
    found.push(`${path} includes mathematics, which belongs in core/`);
  }
  if (/\bstd::(exp|log|tanh|sqrt|pow|accumulate)\b/.test(code)) found.push(`${path} computes, which belongs in core/`);
  return found;
}

function violationsInWeb(path, code) {
  const room = webRoom(path);
  const rank = webRooms.indexOf(room);
  if (rank < 0) return room === "" ? [] : [`${path}: "${room}" is not among web/'s rooms`];
  const found = [];
  for (const specifier of importsOf(code)) {
    if (!specifier.startsWith(".")) continue;
    const target = normalize(join(dirname(path), specifier.split("?")[0]));
    if (!target.startsWith("web/")) {
      if (!(room === "engine" && /^(build\/wasm\/)?bindings\//.test(target))) {
        found.push(`${path} imports ${specifier}, outside web/`);
      }
      continue;
    }
    const other = webRoom(target);
    if (webRooms.indexOf(other) > rank) found.push(`${path} imports ${specifier}: ${room} comes before ${other}`);
  }
  if (room !== "engine" && /\bWebAssembly\.[a-zA-Z]/.test(code))
    found.push(`${path} knows of WebAssembly; only engine/ may`);
  return found;
}

/** The room of a file of web/; "" for web/'s own files. */
function webRoom(path) {
  const inner = path.slice("web/".length);
  return inner.includes("/") ? inner.split("/")[0] : "";
}

/** Specifiers of all imports and re-exports, types too: a type is a dependency as well. */
function importsOf(code) {
  const statements = /(?:\bfrom\s*|\bimport\s*\(?\s*)["']([^"']+)["']/g;
  return [...code.matchAll(statements)].map(([, specifier]) => specifier);
}

/** Comments may speak of anything. */
function withoutComments(text) {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|[^:"'])\/\/.*$/gm, "$1");
}
