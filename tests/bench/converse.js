/** A program that answers each line that it is sent with a number. */
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

/** @param {import("node:child_process").SpawnOptions} [options] */
export function converse(program, parameters, options) {
  const child = spawn(program, parameters, { ...options, stdio: ["pipe", "pipe", "inherit"] });
  child.stdin.on("error", () => undefined); // where it has ended: no answer comes, which is said below
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    /** @returns {Promise<number>} */
    async ask(question) {
      child.stdin.write(`${question}\n`);
      const { value, done } = await answers.next();
      if (done) throw new Error(`${program} has ended early.`);
      return Number(value);
    },
    end: () => child.stdin.end(),
  };
}
