/** In the one file, what is imported later is imported at once. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { withoutLaterImports } from "../../tools/shipping/importedAtOnce.mjs";

test("an import of later is a promise of what was imported at once", () => {
  const module = 'export const load: () => Promise<unknown> = () => import("./part");';
  const expected =
    'import * as later0 from "./part";export const load: () => Promise<unknown> = () => Promise.resolve(later0);';
  assert.equal(withoutLaterImports(module), expected);
});

test("several imports keep apart, and a type's import is none", () => {
  const module = 'let t: import("./t").T; all([import("./a"), import("./b")]);';
  const expected =
    'import * as later0 from "./a";import * as later1 from "./b";' +
    'let t: import("./t").T; all([Promise.resolve(later0), Promise.resolve(later1)]);';
  assert.equal(withoutLaterImports(module), expected);
});
