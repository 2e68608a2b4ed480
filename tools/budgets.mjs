/** What the shipped pages weigh, and whether that is within the budget. `node tools/budgets.mjs` prints the table. */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./command.mjs";

/** Most bytes after gzip, as any host sends them. The one file holds all chapters, instruments and models. */
const budgets = { singleFile: 200_000, hosted: 150_000 };

/** By zlib as it is everywhere but in node, whose own packs texts like ours half a per cent tighter. */
function gzipped(content) {
  const program = "import gzip, sys; print(len(gzip.compress(sys.stdin.buffer.read(), 9)))";
  return Number(execFileSync("python3", ["-c", program], { input: content }));
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
  const weight = (path) => {
    const content = readFileSync(join(folder, path));
    return { what: path, bytes: content.length, gzip: gzipped(content) };
  };
  const parts = firstLoad(folder).map(weight);
  const whole = ["index.html", ...readdirSync(join(folder, "assets")).map((name) => `assets/${name}`)].map(weight);
  const sum = (files) => ({
    bytes: files.reduce((total, { bytes }) => total + bytes, 0),
    gzip: files.reduce((total, { gzip }) => total + gzip, 0),
  });
  return [
    ...parts,
    { what: "hosted, first load", ...sum(parts), budget: budgets.hosted },
    { what: "hosted, with all that follows", ...sum(whole) },
    { ...weight("backprop-lab.html"), budget: budgets.singleFile },
    weight("backprop-lab.js"),
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
