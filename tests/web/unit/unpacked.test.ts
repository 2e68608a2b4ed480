import { describe, expect, it } from "vitest";
import { packed } from "../../../tools/shipping/packed.mjs";
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
      expect(Buffer.compare(unpacked(packed(bytes)), bytes)).toBe(0);
    });
  }
});
