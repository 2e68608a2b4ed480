/** The page's two chunks, what it needs at once and the rest, as scripts of one file: there are no addresses by which one
 *  could import the other. What they have for one another goes through `backpropLabParts` (web/app/unpackPage.ts). */
import { parseAst } from "vite";
import { rewritten } from "./rewritten.mjs";

/** @param {string} code  of the chunk that imports the rest later */
export const pageWithoutAddresses = (code) => withoutAddresses(code, (names) => `backpropLabParts.page=${names}`);

/** @param {string} code  of the rest, which imports from the page */
export const restWithoutAddresses = (code) => withoutAddresses(code, (names) => `backpropLabParts.received(${names})`);

function withoutAddresses(code, giving) {
  const exported = new Set();
  const changed = rewritten(code, ({ type, specifiers, source, start, end }) => {
    const instead = (text) => [{ from: start, to: end, text }];
    if (type === "ImportExpression") return instead("backpropLabParts.rest()");
    if (type === "ImportDeclaration") {
      return instead(`const${pairs(specifiers, "imported", "local")}=backpropLabParts.page;`);
    }
    if (type !== "ExportNamedDeclaration" || source) return [];
    for (const { local } of specifiers) exported.add(local.name);
    return instead(`${giving(pairs(specifiers, "exported", "local"))};`);
  });
  mustStay(code, exported);
  return changed;
}

const pairs = (specifiers, key, value) =>
  `{${specifiers.map((specifier) => `${specifier[key].name}:${specifier[value].name}`).join()}}`;

/** An import sees what becomes of a variable; what is handed over does not. So none may be set by a function later. */
function mustStay(code, exported) {
  const within = (node, inFunction) => {
    if (!node || typeof node !== "object") return;
    if (inFunction && exported.has((node.left ?? node.argument)?.name) && /^(Assignment|Update)E/.test(node.type)) {
      throw new Error(`"${(node.left ?? node.argument).name}", which another chunk takes, is set by a function`);
    }
    const inside = inFunction || /Function/.test(node.type);
    for (const child of Object.values(node)) within(child, inside);
  };
  within(parseAst(code), false);
}
