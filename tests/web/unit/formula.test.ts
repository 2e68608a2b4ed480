import type { TemplateResult } from "lit";
import { describe, expect, it } from "vitest";
import { formula, withScripts } from "../../../web/views/formula";

const plain = (part: unknown): string => {
  if (Array.isArray(part)) return part.map(plain).join("");
  if (typeof part !== "object" || part === null) return String(part ?? "");
  const { strings, values } = part as TemplateResult;
  return strings.map((piece, i) => piece + (i < values.length ? plain(values[i]) : "")).join("");
};

describe("formula", () => {
  it("lowers, raises, and sets single letters as variables", () => {
    expect(plain(formula("z = w^Tx + b"))).toBe(
      "<span><i>z</i> = <i>w</i><sup><i>T</i></sup><i>x</i> + <i>b</i></span>",
    );
  });
  it("keeps words upright, and the equation's number apart", () => {
    expect(plain(formula("J_{hard} = Σ max(−y_i, 0)   (2)"))).toBe(
      "<span><i>J</i><sub>hard</sub> = Σ max(−<i>y</i><sub><i>i</i></sub>, 0)</span><span>   (2)</span>",
    );
  });
});

describe("withScripts", () => {
  it("leaves the words of prose alone", () => {
    expect(plain(withScripts("S_W is a matrix"))).toBe("S<sub><i>W</i></sub> is a matrix");
  });
});
