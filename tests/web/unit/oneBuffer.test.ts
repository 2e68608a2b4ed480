import { describe, expect, it } from "vitest";
import { inOneBuffer } from "../../../web/engine/oneBuffer";

describe("inOneBuffer", () => {
  it("gives the same data, every array a view of the buffer, none over another", () => {
    const given = {
      step: 7,
      status: "training",
      replaying: undefined,
      field: Float32Array.of(0.5, -0, Number.NaN),
      curves: { steps: Float64Array.of(0, 1e300), costs: new Float64Array(0) },
      parts: [{ x: Float64Array.of(1 / 3) }, null, "one"],
    };
    const { data, buffer } = inOneBuffer(given);
    expect(data).toEqual(given);
    const views = [data.field, data.curves.steps, data.curves.costs, (data.parts[0] as { x: Float64Array }).x];
    let end = 0;
    for (const view of views) {
      expect(view.buffer).toBe(buffer);
      expect(view.byteOffset).toBeGreaterThanOrEqual(end);
      end = view.byteOffset + view.byteLength;
    }
    expect(end).toBeLessThanOrEqual(buffer.byteLength);
  });

  it("leaves what it was given untouched", () => {
    const given = { field: Float32Array.of(1, 2), test: Uint8Array.of(1) };
    const { data } = inOneBuffer(given);
    data.field[0] = 9;
    expect(given.field[0]).toBe(1);
    expect(data.test).toBe(given.test); // of no floating-point numbers
  });

  it("comes in a spare buffer where it fits, and in one with room for more where it does not", () => {
    const given = { field: Float32Array.of(1, 2, 3), curve: Float64Array.of(4) };
    const { data, buffer } = inOneBuffer(given);
    expect(inOneBuffer(given, buffer).buffer).toBe(buffer);
    expect(data).toEqual(given);
    for (const useless of [new ArrayBuffer(8), new ArrayBuffer(1_000_000)]) {
      expect(inOneBuffer(given, useless).buffer.byteLength).toBe(30);
    }
  });

  it("takes what has no arrays", () => {
    expect(inOneBuffer({ step: 1 })).toEqual({ data: { step: 1 }, buffer: new ArrayBuffer(0) });
    expect(inOneBuffer(undefined).data).toBeUndefined();
  });
});
