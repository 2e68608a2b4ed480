/** What the shipped pages weigh, and whether that is within the budget. `node tools/budgets.mjs` prints the table. */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { root } from "./command.mjs";

/** Most bytes after gzip, as any host sends them. The one file holds all chapters, instruments and models. */
const budgets = { singleFile: 200_000, hosted: 150_000 };

/** Bytes after gzip of each file. By zlib as it is everywhere but in node, whose own packs texts like ours half a per cent
 *  tighter. @returns {number[]} */
function gzipped(paths) {
  const program = "import gzip, sys\nfor path in sys.argv[1:]: print(len(gzip.compress(open(path, 'rb').read(), 9)))";
  return execFileSync("python3", ["-c", program, ...paths], { encoding: "utf8" })
    .trim()
    .split("\n")
    .map(Number);
}

/** What the first picture needs, the stage ready to train: the page, its scripts and what they import at once, the files that
 *  those fetch (the core, the engine's script). What is imported later follows it, or waits for its first use. */
function firstLoad(folder) {
  const paths = new Set(["index.html"]);
  for (const path of paths) {
    if (!/\.(html|js)$/.test(path)) continue;
    for (const next of namedIn(path, readFileSync(join(folder, path), "utf8"))) paths.add(next);
  }
  return [...paths];
}

/** What a page or a script loads at once. A file that it only names may still be loaded later: it counts all the same. */
function namedIn(path, text) {
  if (path.endsWith(".html")) return [...text.matchAll(/(?:src|href)="\.\/([^"]+)"/g)].map(([, name]) => name);
  const imported = text.matchAll(/(?:\bfrom|\bimport)\s*"\.\/([^"]+)"/g);
  const fetched = text.matchAll(/new URL\([`'"]([^`'"$]+)[`'"],\s*(?:``\s*\+\s*)?import\.meta\.url/g);
  return [...imported, ...fetched].map(([, name]) => `assets/${name}`);
}

/** @returns {{what: string, bytes: number, gzip: number, budget?: number}[]} */
export function weigh(folder) {
  const first = firstLoad(folder);
  const hosted = ["index.html", ...readdirSync(join(folder, "assets")).map((name) => `assets/${name}`)];
  const [singleFile, headless] = ["backprop-lab.html", "backprop-lab.js"];
  const names = [...new Set([...first, ...hosted, singleFile, headless])];
  const sizes = gzipped(names.map((name) => join(folder, name)));
  const weights = new Map(
    names.map((what, i) => [what, { what, bytes: statSync(join(folder, what)).size, gzip: sizes[i] }]),
  );
  const [parts, whole] = [first, hosted].map((files) => files.map((name) => weights.get(name)));
  const sum = (files) => ({
    bytes: files.reduce((total, { bytes }) => total + bytes, 0),
    gzip: files.reduce((total, { gzip }) => total + gzip, 0),
  });
  return [
    ...parts,
    { what: "hosted, first load", ...sum(parts), budget: budgets.hosted },
    { what: "hosted, with all that follows", ...sum(whole) },
    { ...weights.get(singleFile), budget: budgets.singleFile },
    weights.get(headless),
  ];
}

if (import.meta.filename === process.argv[1]) {
  const rows = weigh(`${root}dist`);
  const kilobytes = (bytes) => (bytes / 1000).toFixed(1).padStart(8);
  console.log(`${"".padEnd(44)}      kB    gzip  budget`);
  for (const { what, bytes, gzip, budget } of rows) {
    const limit = budget ? kilobytes(budget) : "";
    console.log(`${what.padEnd(42)}${kilobytes(bytes)}${kilobytes(gzip)}${limit}`);
  }
  const broken = rows.filter(({ gzip, budget }) => budget && gzip > budget);
  for (const { what, gzip, budget } of broken) {
    console.error(`${what} weighs ${gzip} bytes after gzip; its budget is ${budget}.`);
  }
  const kept = rows.filter(({ budget }) => budget).length - broken.length;
  console.log(`${kept} passed, ${broken.length} failed`);
  process.exit(broken.length > 0 ? 1 : 0);
}
