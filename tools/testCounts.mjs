/** Reads from a test runner's words how many tests it ran. */
import { stripVTControlCharacters } from "node:util";

/** Each runner's way of saying it: patterns whose first group is a number, summed over all matches. */
const runners = [
  {
    name: "GoogleTest",
    passed: /\[ {2}PASSED {2}\] (\d+) tests?/g,
    failed: /\[ {2}FAILED {2}\] (\d+) tests?, listed/g,
  },
  {
    name: "ctest",
    passed: /(\d+)% tests passed/g,
    failed: /tests passed, (\d+) tests failed/g,
    total: /failed out of (\d+)/,
  },
  { name: "node", passed: /^[#ℹ] pass (\d+)$/gm, failed: /^[#ℹ] fail (\d+)$/gm },
  { name: "Vitest", passed: /^ *Tests .*?(\d+) passed/gm, failed: /^ *Tests .*?(\d+) failed/gm },
  { name: "ours", passed: /^(\d+) passed, \d+ failed$/gm, failed: /^\d+ passed, (\d+) failed$/gm },
  { name: "Playwright", passed: /^ +(\d+) passed/gm, failed: /^ +(\d+) failed/gm },
];

/**
 * The tests of a stage. One that ran no counted tests is itself one; one that ended badly failed at least once.
 * @param {{code: number, output: string}} result  @returns {{passed: number, failed: number}}
 */
export function countTests({ code, output }) {
  const text = stripVTControlCharacters(output);
  const runner = runners.find(({ passed, failed }) => sum(text, passed) + sum(text, failed) > 0);
  if (!runner) return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  const failed = Math.max(sum(text, runner.failed), code === 0 ? 0 : 1);
  if (runner.total) return { passed: Number(runner.total.exec(text)?.[1] ?? 0) - sum(text, runner.failed), failed };
  return { passed: sum(text, runner.passed), failed };
}

const sum = (text, pattern) => [...text.matchAll(pattern)].reduce((total, [, number]) => total + Number(number), 0);
