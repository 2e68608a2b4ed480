import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

test("the dark colours are the same by the system's wish and by the person's", () => {
  const css = readFileSync(new URL("../../../web/controls/tokens.css", import.meta.url), "utf8");
  const colours = (selector: string) => {
    const rule = css.slice(css.indexOf(selector)).match(/\{([^}]*)\}/)![1];
    return [...rule.matchAll(/(--[\w-]+): ([^;]+);/g)].map(([, name, value]) => `${name} ${value}`);
  };
  const byWish = colours(':host(:not([theme="light"])) {');
  expect(byWish.length).toBeGreaterThan(20);
  expect(colours(':host([theme="dark"]) {')).toEqual(byWish);
});
