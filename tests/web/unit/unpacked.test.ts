import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { packed } from "../../../tools/shipping/packed.mjs";
import { printable } from "../../../tools/shipping/printable.mjs";
import { separated } from "../../../tools/shipping/separated.mjs";
import { unpacked } from "../../../web/engine/unpacked";

/** Numbers from 0 to 255, reproducible. */
function noise(count: number): Uint8Array {
  let state = 1;
  return Uint8Array.from({ length: count }, () => {
    state = (state * 48271) % 2147483647;
    return state & 255;
  });
}

const text = (words: string) => new TextEncoder().encode(words);
const samples: Record<string, Uint8Array> = {
  nothing: new Uint8Array(0),
  "one byte": Uint8Array.of(7),
  "one byte many times": new Uint8Array(100_000).fill(3),
  "what cannot be packed": noise(5000),
  "words that come again": text("weights, biases, and weights again; ".repeat(400)),
  "matches of every length, near and far": Uint8Array.from(
    [...noise(70_000), ...noise(70_000)].map((b, i) => b ^ +(i % 997 === 0)),
  ),
};

describe("unpacked", () => {
  for (const [what, bytes] of Object.entries(samples)) {
    it(`gives back ${what}`, () => {
      expect(Buffer.compare(unpacked(packed(undefined, bytes)).rest(0), bytes)).toBe(0);
    });
  }

  it("gives back what stood as printable text", () => {
    const words = samples["words that come again"]!;
    const { rest } = unpacked(printable(packed(undefined, words)));
    expect(Buffer.compare(rest(0), words)).toBe(0);
  });

  it("gives back a part, and then the rest", () => {
    const words = samples["words that come again"]!;
    const { rest } = unpacked(packed(moduleOf([0], [0x41, 7]), words));
    for (const [from, to] of [
      [0, 10],
      [10, 10_000],
      [3, 5],
      [10_000, undefined],
    ] as const) {
      expect(Buffer.compare(rest(from, to), words.subarray(from, to))).toBe(0);
    }
  });
});

/** A module with one memory and one function "f", of no parameters and one i32. */
function moduleOf(locals: number[], code: number[]): Uint8Array {
  const body = [...locals, ...code, 0x0b];
  const section = (id: number, contents: number[]) => [id, contents.length, ...contents];
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, 0x60, 0, 1, 0x7f]),
    ...section(3, [1, 0]),
    ...section(5, [1, 0, 1]),
    ...section(7, [1, 1, 0x66, 0, 0]),
    ...section(10, [1, body.length, ...body]),
    ...section(0, [3, 0x65, 0x6e, 0x64]), // something after the code: a section named "end"
  ]);
}

const f64 = (value: number) => [0x44, ...new Uint8Array(new Float64Array([value]).buffer)];

/** Each leaves a number by which it is known to have run as it was written. */
const codes: Record<string, { locals?: number[]; code: number[]; gives: number }> = {
  "constants of every size": {
    // i32 −70,000 + trunc(f64 2.5) + trunc(f32 1.5) + wrap(i64 2⁴⁰ + 5)
    code: [
      ...[0x41, 0x90, 0xdd, 0x7b],
      ...[...f64(2.5), 0xaa, 0x6a],
      ...[0x43, ...new Uint8Array(new Float32Array([1.5]).buffer), 0xa8, 0x6a],
      ...[0x42, 0x85, 0x80, 0x80, 0x80, 0x80, 0x20, 0xa7, 0x6a],
    ],
    gives: -70_000 + 2 + 1 + 5,
  },
  "local variables, more than a byte can name": {
    locals: [1, 0xac, 0x02, 0x7f], // 300 of i32
    code: [0x41, 7, 0x21, 0xab, 0x02, 0x41, 5, 0x22, 3, 0x20, 0xab, 0x02, 0x6a, 0x20, 3, 0x6a],
    gives: 17,
  },
  "accesses to memory, with offsets": {
    // mem[1000 + 300] = 513, as 32 bits; its second byte and its first
    code: [
      ...[0x41, 0xe8, 0x07, 0x41, 0x81, 0x04, 0x36, 2, 0xac, 0x02],
      ...[0x41, 0xe8, 0x07, 0x2d, 0, 0xad, 0x02, 0x41, 0xe8, 0x07, 0x2d, 0, 0xac, 0x02, 0x6a],
    ],
    gives: 3,
  },
  "blocks, branches and a table of them": {
    // block block block 1 br_table 0 1 (2) end 10 return end 20 return end 30
    code: [
      ...[0x02, 0x40, 0x02, 0x40, 0x02, 0x40, 0x41, 1, 0x0e, 2, 0, 1, 2, 0x0b],
      ...[0x41, 10, 0x0f, 0x0b, 0x41, 20, 0x0f, 0x0b, 0x41, 30],
    ],
    gives: 20,
  },
  vectors: {
    // the fourth lane of (1, 2, 3, 4) shuffled to (4, 3, 2, 1), its lanes of 32 bits; and one lane read from memory
    code: [
      ...[0xfd, 0x0c, 1, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0, 4, 0, 0, 0],
      ...[0xfd, 0x0c, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
      ...[0xfd, 0x0d, 12, 13, 14, 15, 8, 9, 10, 11, 4, 5, 6, 7, 0, 1, 2, 3],
      ...[0xfd, 0x1b, 0],
      ...[0x41, 0, 0x41, 9, 0x36, 2, 16],
      ...[0x41, 0, 0xfd, 0x0c, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xfd, 0x56, 2, 16, 1, 0xfd, 0x1b, 1],
      0x6a,
    ],
    gives: 13,
  },
  "bytes moved, and the size of the memory": {
    // mem[0] = 6; copy it to mem[8]; fill mem[9] with 4
    code: [
      ...[0x41, 0, 0x41, 6, 0x36, 2, 0],
      ...[0x41, 8, 0x41, 0, 0x41, 1, 0xfc, 0x0a, 0, 0],
      ...[0x41, 9, 0x41, 4, 0x41, 1, 0xfc, 0x0b, 0],
      ...[0x41, 8, 0x2d, 0, 0, 0x41, 9, 0x2d, 0, 0, 0x6a, 0x3f, 0, 0x6a],
    ],
    gives: 11,
  },
};

describe("a module taken apart and put together again", () => {
  for (const [what, { locals = [0], code, gives }] of Object.entries(codes)) {
    it(`still has its ${what}`, () => {
      const original = moduleOf(locals, code);
      const { module, rest } = unpacked(packed(original, text("more")));
      for (const bytes of [original, module]) {
        const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes.slice()));
        expect((exports.f as () => number)()).toBe(gives);
      }
      expect(WebAssembly.Module.customSections(new WebAssembly.Module(module.slice()), "end")).toHaveLength(1);
      expect(new TextDecoder().decode(rest(0))).toBe("more");
    });
  }

  it("is the core, no instruction lost", () => {
    const core = readFileSync("build/wasm/bindings/backprop_lab_module.wasm");
    const once = unpacked(packed(core)).module.slice();
    expect(WebAssembly.validate(once)).toBe(true);
    expect(Buffer.compare(separated(once).streams, separated(core).streams)).toBe(0);
  });

  it("is refused where it holds what the rules do not name", () => {
    expect(() => separated(moduleOf([0], [0x06, 0x40]))).toThrow("opcode 0x6 ");
    expect(() => separated(moduleOf([1, 0x88, 0x10, 0x7f], [0x20, 0x87, 0x10]))).toThrow("Local variable 2055");
    expect(() => separated(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0))).toThrow("no code");
  });
});
