/** What loops hold (held() in core/numerics/pack.hpp) must reach the shipped WebAssembly as something that no compiler saw
 *  through: or-ed with zeros from memory, and kept in a local. Else Chromium trains a third slower, and nothing tells. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const wasm = readFileSync(new URL("../../build/wasm/bindings/backprop_lab_module.wasm", import.meta.url));

/** A coefficient from core/numerics/elementary.hpp, in every lane. */
function lanes(coefficient: number, bytes: 4 | 8): Buffer {
  const lane = Buffer.alloc(bytes);
  if (bytes === 4) lane.writeFloatLE(coefficient);
  else lane.writeDoubleLE(coefficient);
  return Buffer.concat(new Array(16 / bytes).fill(lane));
}

const vectorConstant = Buffer.from([0xfd, 0x0c]);
const hidden = /^fd50(21|22)/; // v128.or, and local.set or local.tee

/** Of each place where the constant stands, whether it is hidden. */
function hiddenAt(constant: Buffer): boolean[] {
  const found: boolean[] = [];
  const pattern = Buffer.concat([vectorConstant, constant]);
  for (let at = wasm.indexOf(pattern); at >= 0; at = wasm.indexOf(pattern, at + 1)) {
    found.push(hidden.test(wasm.toString("hex", at + pattern.length, at + pattern.length + 4)));
  }
  return found;
}

describe("a held constant is hidden from compilers", () => {
  test("tanh, double", () => {
    const places = hiddenAt(lanes(0.021869485604618665, 8));
    expect(places).toContain(true);
    expect(places).not.toContain(false);
  });

  test("tanh, single, is in memory alone", () => {
    const coefficient = lanes(40121.6211, 4);
    expect(wasm.includes(coefficient)).toBe(true);
    expect(hiddenAt(coefficient)).toEqual([]);
  });

  test.each([
    ["single", lanes(0.008369418835398898, 4)],
    ["double", lanes(2.763037865119388e-7, 8)],
  ])("the sigmoid's exponential, %s, and the others are not", (_, constant) => {
    const places = hiddenAt(constant);
    expect(places).toContain(true);
    expect(places).toContain(false);
  });
});
