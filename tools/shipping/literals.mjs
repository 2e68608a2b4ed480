/** A Vite plugin that takes out of the page's templates what only their reader needs: the minifier leaves literals alone. */
import { rewritten } from "./rewritten.mjs";

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
  return rewritten(code, (node) => {
    const short = node.type === "TaggedTemplateExpression" && shorten[node.tag.name];
    if (!short) return [];
    return node.quasi.quasis.map(({ value, start, end }) => {
      const from = code.indexOf(value.raw, start); // with or without its delimiters, as the parser counts
      const to = from + value.raw.length;
      if (from < 0 || to > end + 2) throw new Error(`A template is not where it should be: ${value.raw}`);
      return { from, to, text: short(value.raw) };
    });
  });
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
