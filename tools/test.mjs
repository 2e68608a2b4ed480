/** `npm test`: installs what the tests need, then runs all of them.
 *  `npm test -- --only core,web` runs the stages whose names begin so. */
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { onPath, run, seconds } from "./command.mjs";
import { countTests } from "./testCounts.mjs";
import { emscriptenEnvironment, prepareMachine, requireNode } from "./toolchain.mjs";

const jobs = `${availableParallelism()}`;
const bin = (name) => `node_modules/.bin/${name}`;

/** Configures, builds and tests with one of CMake's presets, in its folder under build/. */
function preset(name, { configure = [], env = () => ({}) } = {}) {
  return () => {
    const environment = env();
    return inTurn(
      ["cmake", ["--preset", name, ...configure], environment],
      ["cmake", ["--build", "--preset", name, "-j", jobs], environment],
      ["ctest", ["--test-dir", `build/${name}`, "-V", "-j", jobs], environment],
    );
  };
}

const node = (...parameters) => [process.execPath, ["--test", "--test-reporter=spec", ...parameters]];

/** Stages in order. Each returns {code, output}. */
const stages = {
  "check: types": () => inTurn([bin("tsc"), ["--noEmit"]]),
  "check: style of TypeScript": () => inTurn([bin("biome"), ["ci", "--max-diagnostics=200"]]),
  "check: style of C++": checkFormat,
  "check: architecture": () => inTurn(node("tests/architecture")),
  "core: native": preset("native"),
  "core: sanitizers and fuzzing": preset("sanitize"),
  "core: WebAssembly": preset("wasm", { configure: ["-DBACKPROP_TESTS=ON"], env: emscriptenEnvironment }),
  build: () => inTurn([process.execPath, ["tools/build.mjs"]]),
  "build: budgets": () => inTurn([process.execPath, ["tools/budgets.mjs"]]),
  bindings: () => inTurn([bin("vitest"), ["run", "--config", "tests/vitest.config.mjs", "tests/bindings"]]),
  python: () => inTurn([bin("vitest"), ["run", "--config", "tests/vitest.config.mjs", "tests/python"]]),
  "web: units": () => inTurn([bin("vitest"), ["run", "--config", "tests/vitest.config.mjs", "tests/web/unit"]]),
  "web: tools and README": () => inTurn(node("tests/tools")),
  "web: Chromium": () => inTurn([bin("playwright"), ["test", "--config", "tests/web/playwright.config.ts"]]),
  "web: Firefox and WebKit": () => inTurn(node("tests/web/smoke")),
};

/** Runs commands one after the other, to the first that fails. */
async function inTurn(...commands) {
  let output = "";
  for (const [program, parameters, env] of commands) {
    const result = await run(program, parameters, { env });
    output += result.output;
    if (result.code !== 0) return { code: result.code, output };
  }
  return { code: 0, output };
}

async function checkFormat() {
  if (!onPath("clang-format")) return { code: 0, output: "clang-format is not installed", skipped: true };
  const listed = await run("git", ["ls-files", "*.hpp", "*.cpp"]);
  return run("clang-format", ["--dry-run", "-Werror", ...listed.output.trim().split("\n")]);
}

/** The end of a long output: there the runners say what failed. */
function lastLines(output, most = 300) {
  const lines = output.trimEnd().split("\n");
  return lines.length > most
    ? [`… ${lines.length - most} lines before`, ...lines.slice(-most)].join("\n")
    : lines.join("\n");
}

async function runStage(name) {
  process.stdout.write(`${name} … `);
  const start = performance.now();
  const result = await stages[name]().catch((error) => ({ code: 1, output: error.message }));
  const counts = countTests(result);
  const tests = counts.failed > 0 ? `${counts.passed} passed, ${counts.failed} failed` : `${counts.passed} passed`;
  console.log(`${result.skipped ? `left out: ${result.output}` : tests}, ${seconds(start)} s`);
  if (result.code !== 0) console.log(`\n${lastLines(result.output)}\n`);
  return counts;
}

async function main() {
  requireNode();
  const { values } = parseArgs({ options: { only: { type: "string", default: "" } } });
  await prepareMachine({ forTests: true });
  const asked = values.only.split(",").map((prefix) => prefix.trim());
  const names = Object.keys(stages).filter((name) => asked.some((prefix) => name.startsWith(prefix)));
  const start = performance.now();
  const total = { passed: 0, failed: 0 };
  const failed = [];
  for (const name of names) {
    const counts = await runStage(name);
    total.passed += counts.passed;
    total.failed += counts.failed;
    if (counts.failed > 0) failed.push(name);
  }
  console.log(
    `\n${names.length} stages in ${seconds(start)} s.${failed.length ? ` Failed: ${failed.join("; ")}.` : ""}`,
  );
  console.log(`${total.passed} passed, ${total.failed} failed`);
  process.exit(failed.length > 0 || total.passed === 0 ? 1 : 0);
}

main().catch((error) => {
  console.error(error.message);
  process.exit(1);
});
