import { parseAst } from "vite";

/** A TypeScript module with some of its text replaced.
 *  @param {string} code
 *  @param {(node: object) => {from: number, to: number, text: string}[]} replacementsAt  what of a node of its syntax tree */
export function rewritten(code, replacementsAt) {
  const replacements = [];
  visit(parseAst(code, { lang: "ts" }), (node) => replacements.push(...replacementsAt(node)));
  return replacements
    .sort((one, other) => other.from - one.from)
    .reduce((text, { from, to, text: other }) => text.slice(0, from) + other + text.slice(to), code);
}

function visit(node, seen) {
  if (Array.isArray(node)) for (const child of node) visit(child, seen);
  else if (node && typeof node === "object") {
    seen(node);
    for (const child of Object.values(node)) visit(child, seen);
  }
}
