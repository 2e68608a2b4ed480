/** What the README shows is run as it stands. */
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { mustRun, root } from "../../tools/command.mjs";

const readme = readFileSync(`${root}README.md`, "utf8");

/** The first block of a language. */
function block(language) {
  const [, code] = readme.match(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, "m"));
  return code;
}

test("the headless example trains the moons to over 95 %", async () => {
  const code = block("js");
  assert.ok(code.trim().split("\n").length <= 12);
  const output = await mustRun(process.execPath, ["--input-type=module", "--eval", code]);
  const [score, cost, probability] = output.trim().split(/\s+/).map(Number);
  assert.ok(score > 0.95 && score <= 1, `score ${score}`);
  assert.ok(cost > 0 && cost < 0.2, `cost ${cost}`);
  assert.ok(probability >= 0 && probability <= 1, `probability ${probability}`);
});

/** Besides the example: all that the API's own tests do with it, and what its types must refuse. */
test("the headless example compiles against the shipped types", async () => {
  const folder = `${root}build/types`;
  const api = "../../dist/backprop-lab.js";
  const uses = readFileSync(`${root}tests/bindings/headless.test.ts`, "utf8");
  const refused = ['laboratory.create({ learner: { rule: "adem" } });', "experiment.weights().toFixed(2);"];
  const files = {
    "example.ts": block("js").replace("./dist/backprop-lab.js", api),
    "refused.ts": `import { load } from "${api}";
      const laboratory = await load(), experiment = laboratory.create();
      ${refused.map((line) => `// @ts-expect-error\n${line}`).join("\n")}`,
    "uses.ts": uses.replace("../../web/engine/headless", api),
    "tsconfig.json": JSON.stringify({
      extends: "../../tsconfig.json",
      compilerOptions: { lib: ["es2023", "dom", "dom.iterable"], types: ["node"], skipLibCheck: false },
      include: ["*.ts"],
    }),
  };
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(`${folder}/${name}`, text);
  await mustRun(`${root}node_modules/.bin/tsc`, ["--noEmit", "-p", folder]);
});

test("the Python lines give the first weights to the last bit", async () => {
  const { load } = await import("../../dist/backprop-lab.js");
  const experiment = (await load()).create({ model: { hidden: [{ neurons: 8, activation: "tanh" }], seed: 7 } });
  const output = await mustRun("python3", ["-c", block("python")]);
  assert.deepEqual(JSON.parse(output), Array.from(experiment.weights().slice(0, 16)));
  experiment.dispose();
});

test("every picture and file that it names is there", async () => {
  const { existsSync } = await import("node:fs");
  const named = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path]) => path);
  assert.ok(named.length > 0);
  assert.deepEqual(
    named.filter((path) => !existsSync(root + path)),
    [],
  );
});
