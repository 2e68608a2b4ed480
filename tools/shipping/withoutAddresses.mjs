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

/** An import sees what becomes of a variable; what is handed over does not. So no function may set one later. */
function mustStay(code, exported) {
  const within = (node, own) => {
    if (!node || typeof node !== "object") return;
    const set = /^(Assignment|Update)E/.test(node.type) && (node.left ?? node.argument).name;
    if (own && exported.has(set) && !own.has(set)) {
      throw new Error(`"${set}", which another chunk takes, is set by a function`);
    }
    const inside = isFunction(node)
      ? new Set([...(own ?? []), ...namesOf(node.params), ...declaredIn(node.body)])
      : own;
    for (const child of Object.values(node)) within(child, inside);
  };
  within(parseAst(code), undefined);
}

const isFunction = (node) => /Function/.test(node.type);

/** Names that a function's body declares, not those of functions in it. */
function declaredIn(node) {
  if (!node || typeof node !== "object") return [];
  const own = /^(VariableDeclarator|(Function|Class)Declaration)$/.test(node.type) ? namesOf(node.id) : [];
  if (isFunction(node)) return own;
  return [...own, ...namesOf(node.type === "CatchClause" && node.param), ...Object.values(node).flatMap(declaredIn)];
}

/** Identifiers of a pattern, or of several. */
function namesOf(pattern) {
  if (!pattern || typeof pattern !== "object") return [];
  return pattern.type === "Identifier" ? [pattern.name] : Object.values(pattern).flatMap(namesOf);
}
