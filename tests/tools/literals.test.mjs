/** Templates are shortened without a change of what a browser shows. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { shortCss, shortenLiterals, shortMarkup } from "../../tools/shipping/literals.mjs";

test("a style sheet loses comments and idle white space", () => {
  const css = `
    /* the host */
    :host { display: flex; gap: 4px 8px; }
    a, b > c { color: red }
  `;
  assert.equal(shortCss(css), " :host{display:flex;gap:4px 8px}a,b > c{color:red}");
});

test("a style sheet keeps the blanks that mean something", () => {
  for (const css of ["a :hover{top:calc(1px + 2px)}", "@media (width < 9px) and (hover){a{margin:0 auto!important}}"]) {
    assert.equal(shortCss(css), css);
  }
});

test("markup keeps one blank where lines break", () => {
  assert.equal(shortMarkup("<a\n    href>x</a>\n\n  <b>y  z</b>"), "<a href>x</a> <b>y  z</b>");
});

test("templates inside of templates are shortened, and nothing else", () => {
  const inner = (blank) => `\${a ? html\`<b>${blank}</b>\` : \`q\n  r\`}`;
  const module = (blank) => `const ä = 1;\nconst x: string = html\`<p>${blank}${inner(blank)}${blank}</p>\`;`;
  assert.equal(shortenLiterals(module("\n  ")), module(" "));
});
