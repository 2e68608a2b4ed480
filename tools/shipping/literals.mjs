/** A Vite plugin that takes out of the page's templates what only their reader needs: the minifier leaves literals alone. */
import { parseAst } from "vite";

const shorten = { css: shortCss, html: shortMarkup, svg: shortMarkup };

/** Shortens css``, html`` and svg`` in web/'s sources. */
export function shortLiterals() {
  return {
    name: "short-literals",
    enforce: "pre",
    transform(code, id) {
      return /\/web\/.*\.ts$/.test(id) ? shortenLiterals(code) : undefined;
    },
  };
}

/** A TypeScript module with its templates shortened. */
export function shortenLiterals(code) {
  const edits = [];
  visit(parseAst(code, { lang: "ts" }), (node) => {
    const short = node.type === "TaggedTemplateExpression" && shorten[node.tag.name];
    if (!short) return;
    for (const { value, start, end } of node.quasi.quasis) {
      const at = code.indexOf(value.raw, start); // with or without its delimiters, as the parser counts
      if (at < 0 || at + value.raw.length > end + 2)
        throw new Error(`A template is not where it should be: ${value.raw}`);
      edits.push({ from: at, to: at + value.raw.length, text: short(value.raw) });
    }
  });
  return edits
    .sort((one, other) => other.from - one.from)
    .reduce((text, edit) => text.slice(0, edit.from) + edit.text + text.slice(edit.to), code);
}

/** Without comments and idle white space. A blank stays where it may separate: "a :hover", "1px + 2px". */
export function shortCss(css) {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/\s+/g, " ")
    .replace(/ ?([{};]) ?/g, "$1")
    .replace(/([,:]) /g, "$1")
    .replace(/;}/g, "}");
}

/** Each run of white space as one blank, as a browser shows it. Markup that shows its white space has no line breaks. */
export function shortMarkup(markup) {
  return markup.replace(/\s*\n\s*/g, " ");
}

function visit(node, seen) {
  if (Array.isArray(node)) for (const child of node) visit(child, seen);
  else if (node && typeof node === "object") {
    seen(node);
    for (const child of Object.values(node)) visit(child, seen);
  }
}
