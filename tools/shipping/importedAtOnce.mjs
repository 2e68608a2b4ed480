/** A Vite plugin for the page as one file. What is imported later stands in it from the start: imported at once, its
 *  modules become one scope. Else each would be a function with exports of its own, which is 3 kB more after gzip. */
import { rewritten } from "./rewritten.mjs";

export const importedAtOnce = {
  name: "imported-at-once",
  enforce: "pre",
  transform: (code, id) => (/\/web\/.*\.ts$/.test(id) ? withoutLaterImports(code) : undefined),
};

/** A TypeScript module in which `import("./other")` is a promise of what `import * as …` gives. */
export function withoutLaterImports(code) {
  const imports = [];
  const body = rewritten(code, ({ type, source, start, end }) => {
    if (type !== "ImportExpression") return [];
    const name = `later${imports.length}`;
    imports.push(`import * as ${name} from ${source.raw};`);
    return [{ from: start, to: end, text: `Promise.resolve(${name})` }];
  });
  return imports.join("") + body;
}
