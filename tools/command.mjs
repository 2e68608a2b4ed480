/** Running other programs: quietly, with their output kept for the case that they fail. */
import { spawn } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/** The repository's root; every command runs there unless it says otherwise. */
export const root = new URL("..", import.meta.url).pathname;

/**
 * Runs a program to its end.
 * @param {string} program
 * @param {string[]} parameters
 * @param {{env?: Record<string, string>, cwd?: string, show?: boolean}} [options]
 *   show: let it write to our terminal; otherwise its output is only returned
 * @returns {Promise<{code: number, output: string}>}  127 where there is no such program
 */
export function run(program, parameters, { env = {}, cwd = root, show = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, parameters, {
      cwd,
      env: { ...process.env, ...env },
      stdio: show ? ["ignore", "inherit", "inherit"] : ["ignore", "pipe", "pipe"],
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding("utf8").on("data", (text) => {
        output += text;
      });
    }
    child.on("error", (error) => resolve({ code: 127, output: `${program}: ${error.message}\n` }));
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Runs a program; where it fails, throws its output. @returns {Promise<string>} its output */
export async function mustRun(program, parameters, options) {
  const { code, output } = await run(program, parameters, options);
  if (code !== 0) throw new CommandFailed(`${program} ${parameters.join(" ")}`, code, output);
  return output;
}

export class CommandFailed extends Error {
  constructor(command, code, output) {
    super(`\`${command}\` failed (exit code ${code}):\n\n${output.trimEnd()}`);
  }
}

/** Where the first of these programs on the PATH is, if any. @returns {string | undefined} */
export function onPath(...programs) {
  for (const program of programs) {
    for (const folder of (process.env.PATH ?? "").split(delimiter)) {
      const path = join(folder, program);
      try {
        accessSync(path, constants.X_OK);
        return path;
      } catch {}
    }
  }
  return undefined;
}

/** Does one named piece of work, and says how long it took. */
export async function stage(name, work) {
  const start = performance.now();
  process.stdout.write(`${name} … `);
  try {
    const result = await work();
    console.log(`${seconds(start)} s`);
    return result;
  } catch (error) {
    console.log("failed");
    throw error;
  }
}

export const seconds = (start) => ((performance.now() - start) / 1000).toFixed(1);
