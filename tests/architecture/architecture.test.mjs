/** Dependencies point one way, and the rule itself is tried on what it must catch. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { root } from "../../tools/command.mjs";
import { violations } from "./rules.mjs";

const files = execFileSync("git", ["ls-files", "core", "bindings", "web"], { cwd: root, encoding: "utf8" })
  .split("\n")
  .filter((path) => path && existsSync(root + path));

for (const house of ["core", "bindings", "web"]) {
  test(`${house} depends only on what comes before it`, () => {
    const inHouse = files.filter((path) => path.startsWith(`${house}/`));
    assert.ok(inHouse.length > 0);
    assert.deepEqual(
      inHouse.flatMap((path) => violations(path, readFileSync(root + path, "utf8"))),
      [],
    );
  });
}

const wrong = [
  ["core/models/network.cpp", '#include "training/learner.hpp"', "a later room"],
  ["core/models/network.cpp", '#include "network.hpp"', "a file without its room"],
  ["core/kitchen/sink.hpp", "", "an unknown room"],
  ["core/data/csv.cpp", "#include <emscripten/val.h>", "Emscripten"],
  ["core/data/csv.cpp", "#include <fstream>", "files"],
  ["core/random/generator.cpp", "#include <random>", "the standard library's randomness"],
  ["core/data/csv.cpp", 'throw std::runtime_error("no");', "an exception"],
  ["bindings/module.cpp", "#include <Eigen/Core>", "mathematics in the bindings"],
  ["bindings/module.cpp", "double y = std::tanh(x);", "a computation in the bindings"],
  ["web/engine/worker.ts", 'import { Lab } from "../state/lab";', "the engine using the state"],
  ["web/views/plane.ts", 'import { App } from "../app/backprop-lab";', "a view using the app"],
  ["web/state/lab.ts", 'import type { Plane } from "../views/plane";', "a type of a later room"],
  ["web/state/lab.ts", 'const m = await import("../views/plane");', "a dynamic import of a later room"],
  ["web/views/plane.ts", "WebAssembly.compile(bytes);", "WebAssembly in a view"],
  ["web/engine/engine.ts", 'import x from "../../tests/x";', "something outside web/"],
];
for (const [path, text, what] of wrong) {
  test(`the rule catches ${what}`, () => assert.equal(violations(path, text).length, 1));
}

const right = [
  ["core/models/network.cpp", '#include "models/network.hpp"\n#include "numerics/pack.hpp"\n// no throw here'],
  ["bindings/module.cpp", '#include <emscripten/bind.h>\n#include "experiment/experiment.hpp"'],
  ["web/engine/core.ts", 'import create from "../../build/wasm/bindings/backprop_lab_module.mjs";'],
  [
    "web/views/plane.ts",
    'import { base } from "../controls/styles";\nimport { formatNumber } from "../controls/numbers";',
  ],
  ["web/controls/labNumber.ts", 'import { texts } from "../texts";'],
];
for (const [path, text] of right) {
  test(`the rule lets ${path} be`, () => assert.deepEqual(violations(path, text), []));
}
