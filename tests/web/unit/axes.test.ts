import { describe, expect, it } from "vitest";
import { linearTicks, logTicks, tickLabel } from "../../../web/views/axes";

const labels = (ticks: { label: string }[]) => ticks.map(({ label }) => label).filter(Boolean);

describe("tickLabel", () => {
  it("writes short numbers plainly and with a real minus sign", () => {
    expect([0, 0.2, -1.5, 20000, 0.0001].map((value) => tickLabel(value))).toEqual([
      "0",
      "0.2",
      "−1.5",
      "20000",
      "0.0001",
    ]);
  });
  it("writes very small and very large ones by their power of ten", () => {
    expect([1e-7, 2e-7, 3e12].map((value) => tickLabel(value))).toEqual(["10⁻⁷", "2·10⁻⁷", "3·10¹²"]);
  });
});

describe("linearTicks", () => {
  it("stand at round numbers", () => {
    expect(labels(linearTicks(0, 1, 5))).toEqual(["0", "0.2", "0.4", "0.6", "0.8", "1"]);
  });
  it("are labelled in one manner past a hundred thousand", () => {
    expect(labels(linearTicks(0, 2e5, 4))).toEqual(["0", "50,000", "100,000", "150,000", "200,000"]);
  });
});

describe("logTicks", () => {
  it("label 1, 2 and 5 where there are few decades", () => {
    expect(labels(logTicks(0.1, 1, 5))).toEqual(["0.1", "0.2", "0.5", "1"]);
  });
  it("label whole decades where there are several, with small ticks between", () => {
    const ticks = logTicks(0.001, 1, 6);
    expect(labels(ticks)).toEqual(["0.001", "0.01", "0.1", "1"]);
    expect(ticks).toHaveLength(28); // 9 in each of three decades, and the last one
  });
  it("leave labels out where there are too many decades", () => {
    expect(labels(logTicks(1e-8, 1, 4)).length).toBeLessThanOrEqual(5);
  });
});
