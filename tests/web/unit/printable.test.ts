import { randomBytes } from "node:crypto";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { printable } from "../../../tools/shipping/printable.mjs";
import { bytesOfPrintable } from "../../../web/app/printable";

describe("bytes as printable text", () => {
  const cases: [string, number[]][] = [
    ["none", []],
    ["zeros", new Array(50).fill(0)],
    ["ones", new Array(50).fill(255)],
    ["every byte", Array.from({ length: 256 }, (_, i) => i)],
    ["many", [...randomBytes(10_003)]],
    ...Array.from({ length: 20 }, (_, i): [string, number[]] => [`${i + 1}`, [...randomBytes(i + 1)]]),
  ];

  test.each(cases)("come back: %s", (_, bytes) => {
    expect([...bytesOfPrintable(printable(Uint8Array.from(bytes)))]).toEqual(bytes);
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
