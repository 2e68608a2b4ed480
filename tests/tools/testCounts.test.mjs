import assert from "node:assert/strict";
import { test } from "node:test";
import { countTests } from "../../tools/testCounts.mjs";

const cases = [
  ["GoogleTest through ctest", 0, "1: [  PASSED  ] 120 tests.\n100% tests passed, 0 tests failed out of 1\n", 120, 0],
  ["GoogleTest with failures", 8, "[  PASSED  ] 5 tests.\n[  FAILED  ] 2 tests, listed below:\n", 5, 2],
  ["ctest alone", 0, "100% tests passed, 0 tests failed out of 3\n", 3, 0],
  ["node's runner", 1, "# tests 4\nℹ pass 3\nℹ fail 1\n", 3, 1],
  ["Vitest, in colour", 1, "\u001b[2m      Tests \u001b[22m \u001b[31m1 failed\u001b[39m | 12 passed (13)\n", 12, 1],
  ["Playwright", 0, "  14 passed (3.0s)\n", 14, 0],
  ["a check without tests", 0, "Checked 3 files.\n", 1, 0],
  ["a check that fails", 2, "error\n", 0, 1],
  ["a runner that dies after its tests passed", 1, "# pass 3\n# fail 0\n", 3, 1],
];
for (const [what, code, output, passed, failed] of cases) {
  test(`counts ${what}`, () => assert.deepEqual(countTests({ code, output }), { passed, failed }));
}
