/** The page's two chunks, what it needs at once and the rest, as scripts of one file: there are no addresses by which one
 *  could import the other. What they have for one another goes through `backpropLabParts` (web/app/unpackPage.ts). */
import { parseAst } from "vite";
import { rewritten } from "./rewritten.mjs";

/** @param {string} code  of the chunk that imports the rest later    @param {string} rest  its file's name */
export const pageWithoutAddresses = (code, rest) =>
  withoutAddresses(code, { ImportExpression: rest }, (names) => `backpropLabParts.page=${names}`);

/** @param {string} code  of the rest    @param {string} page  the name of the file that it imports from */
export const restWithoutAddresses = (code, page) =>
  withoutAddresses(code, { ImportDeclaration: page }, (names) => `backpropLabParts.received(${names})`);

function withoutAddresses(code, sources, giving) {
  const exported = new Set();
  const changed = rewritten(code, ({ type, specifiers, source, declaration, start, end }) => {
    const isExport = /^Export.*Declaration$/.test(type);
    if (!isExport && !/^Import(Expression|Declaration)$/.test(type)) return [];
    const known = isExport ? type === "ExportNamedDeclaration" && !source && !declaration : isOf(source, sources[type]);
    if (!known) throw new Error(`Not what one chunk has for another: ${code.slice(start, Math.min(end, start + 80))}`);
    const instead = (text) => [{ from: start, to: end, text }];
    if (type === "ImportExpression") return instead("backpropLabParts.rest()");
    if (!isExport) return instead(`const${pairs(specifiers, "imported", "local")}=backpropLabParts.page;`);
    for (const { local } of specifiers) exported.add(local.name);
    return instead(`${giving(pairs(specifiers, "exported", "local"))};`);
  });
  mustStay(code, exported);
  return changed;
}

/** Whether it is the address of that file beside this one. */
const isOf = (source, file) => (source.value ?? source.quasis?.[0].value.cooked) === `./${file}`;

const pairs = (specifiers, key, value) =>
  `{${specifiers.map((specifier) => `${specifier[key].name}:${specifier[value].name}`).join()}}`;

/** An import sees what becomes of a variable; what is handed over does not. So no function may set one later. */
function mustStay(code, exported) {
  const within = (node, own) => {
    if (!node || typeof node !== "object") return;
    const set = own && sets.test(node.type) ? namesOf(node.left ?? node.argument) : [];
    for (const name of set) {
      if (exported.has(name) && !own.has(name)) throw new Error(`"${name}", which another chunk takes, is set later`);
    }
    const inside = runsLater.test(node.type)
      ? new Set([...(own ?? []), ...namesOf(node.params), ...declaredIn(node.body)])
      : own;
    for (const child of Object.values(node)) within(child, inside);
  };
  within(parseAst(code), undefined);
}

const sets = /^(AssignmentExpression|UpdateExpression|For(Of|In)Statement)$/;
const runsLater = /Function|^PropertyDefinition$/;

/** Names that a function's body declares, not those of functions in it. */
function declaredIn(node) {
  if (!node || typeof node !== "object") return [];
  const own = /^(VariableDeclarator|(Function|Class)Declaration)$/.test(node.type) ? namesOf(node.id) : [];
  if (runsLater.test(node.type)) return own;
  return [...own, ...namesOf(node.type === "CatchClause" && node.param), ...Object.values(node).flatMap(declaredIn)];
}

/** Variables of a pattern, or of several; of an object's member, none. */
function namesOf(pattern) {
  if (!pattern || typeof pattern !== "object" || /^(Member|Variable)/.test(pattern.type)) return [];
  return pattern.type === "Identifier" ? [pattern.name] : Object.values(pattern).flatMap(namesOf);
}
