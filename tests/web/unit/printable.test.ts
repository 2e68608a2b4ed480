import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { printable } from "../../../tools/shipping/printable.mjs";

/** As the page reads it, by bindings/unpacker.cpp. */
async function bytesOf(text: string): Promise<number[]> {
  const { instance } = await WebAssembly.instantiate(readFileSync("build/wasm/bindings/backprop_lab_unpacker.wasm"));
  const { memory, readPrintable } = instance.exports as unknown as {
    memory: WebAssembly.Memory;
    readPrintable(text: number, count: number): number;
  };
  const at = 65536 * memory.grow(1);
  new TextEncoder().encodeInto(text, new Uint8Array(memory.buffer, at));
  return [...new Uint8Array(memory.buffer, at, readPrintable(at, text.length))];
}

describe("bytes as printable text", () => {
  const cases: [string, number[]][] = [
    ["none", []],
    ["zeros", new Array(50).fill(0)],
    ["ones", new Array(50).fill(255)],
    ["every byte", Array.from({ length: 256 }, (_, i) => i)],
    ["many", [...randomBytes(10_003)]],
    ...Array.from({ length: 20 }, (_, i): [string, number[]] => [`${i + 1}`, [...randomBytes(i + 1)]]),
  ];

  test.each(cases)("come back: %s", async (_, bytes) => {
    expect(await bytesOf(printable(Uint8Array.from(bytes)))).toEqual(bytes);
  });

  test("have no character that means something in a script element", () => {
    const text = printable(randomBytes(50_000));
    expect(text).toMatch(/^[ -;=-~]*$/);
    expect(new Set(text).size).toBe(94);
  });

  test("weigh less after gzip than in base64", () => {
    const bytes = randomBytes(200_000);
    const weight = (text: string) => gzipSync(text, { level: 9 }).length;
    expect(weight(printable(bytes))).toBeLessThan(weight(bytes.toString("base64")));
  });
});
