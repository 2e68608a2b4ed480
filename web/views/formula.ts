/** Formulas of a line: `_` lowers and `^` raises what follows, a character or {several}; in a formula single letters are
 *  variables, and so italic, while words such as max and ln stand upright. */
import { html, type TemplateResult } from "lit";

const scripts = /([_^](?:\{[^}]*\}|.))/u;
const variables = /((?<![A-Za-z])[A-Za-zα-ωŷ](?![A-Za-z]))/u;

/** Lowers and raises, in prose. */
export const withScripts = (text: string): unknown[] => parts(text, (piece) => piece);

/** @param text  with the number of the lecture's equation at its end, if it has one: "w ← w + η (y − ŷ) x   (6)" */
export function formula(text: string): TemplateResult {
  const [, what, number] = /^(.*?)(\s+\(\d+\))?$/u.exec(text)!;
  return html`<span>${parts(what, italic)}</span>${number && html`<span>${number}</span>`}`;
}

const italic = (text: string): unknown =>
  text.split(variables).map((piece, i) => (i % 2 ? html`<i>${piece}</i>` : piece));

const parts = (text: string, plain: (text: string) => unknown): unknown[] =>
  text.split(scripts).map((piece, i) => {
    if (i % 2 === 0) return plain(piece);
    const script = italic(piece.slice(1).replace(/[{}]/g, ""));
    return piece[0] === "_" ? html`<sub>${script}</sub>` : html`<sup>${script}</sup>`;
  });
