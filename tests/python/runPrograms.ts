/** Runs Python programs, all in one process: PyTorch alone takes seconds to begin. */
import { spawnSync } from "node:child_process";

/** What a program printed, by the word that its lines begin with; `failure` where it did not come to its end, or warned. */
export type Printed = Record<"theta" | "coef" | "intercept" | "cost" | "accuracy", number[]> & { failure: string };

const driver = `
import contextlib, io, json, sys, traceback, warnings
warnings.simplefilter("error")
results = []
for code in json.load(sys.stdin):
    out, failure = io.StringIO(), ""
    try:
        with contextlib.redirect_stdout(out): exec(compile(code, "program", "exec"), {"__name__": "__main__"})
    except BaseException: failure = traceback.format_exc()
    results.append([out.getvalue(), failure])
json.dump(results, sys.stdout)
`;

export function runPrograms(codes: string[]): Printed[] {
  const options = { input: JSON.stringify(codes), encoding: "utf8", maxBuffer: 2 ** 28 } as const;
  const { stdout, stderr } = spawnSync("/usr/bin/python3", ["-c", driver], options);
  if (!stdout) throw new Error(stderr);
  return (JSON.parse(stdout) as [string, string][]).map(([text, failure]) => {
    const of = (word: string) =>
      text
        .split("\n")
        .filter((line) => line.startsWith(`${word} `))
        .flatMap((line) => line.split(" ").slice(1).map(Number));
    const [theta, coef, intercept, cost, accuracy] = ["theta", "coef", "intercept", "cost", "accuracy"].map(of);
    return { theta, coef, intercept, cost, accuracy, failure };
  });
}
