import { describe, expect, it } from "vitest";
import { stopReasons } from "../../../web/app/stopReasons";
import type { Description } from "../../../web/engine/protocol";
import * as texts from "../../../web/texts";

const words = texts.stopped;

/** As much of a description as tells why. */
function given(hidden: string[], output: string, { clip = 1, standardize = false, deviation = 1 } = {}) {
  const spec = {
    data: { inputs: [1], standardize },
    model: { hidden: hidden.map((activation) => ({ neurons: 3, activation })), output },
    learner: { clip },
  };
  return { spec, deviations: Float64Array.of(1000, deviation) } as unknown as Description;
}

describe("StopReasons", () => {
  it("blame the rate first where it is large, and where nothing else can be blamed", () => {
    const linear = given([], "linear");
    expect(stopReasons(linear, 100)).toEqual([words.rateTooLarge("100"), words.unbounded("linear")]);
    expect(stopReasons(linear, 0.01)).toEqual([words.unbounded("linear"), words.rateTooLarge("0.01")]);
    expect(stopReasons(given(["tanh"], "sigmoid"), 0.01)).toEqual([words.rateTooLarge("0.01")]);
  });
  it("name each unbounded activation once", () => {
    expect(stopReasons(given(["relu", "tanh", "relu"], "linear"), 0.1)).toContain(words.unbounded("ReLU, linear"));
  });
  it("name large inputs of the model, unless they are standardised", () => {
    expect(stopReasons(given([], "sigmoid", { deviation: 20 }), 1)).toContain(words.largeInputs);
    expect(stopReasons(given([], "sigmoid", { deviation: 20, standardize: true }), 1)).not.toContain(words.largeInputs);
    expect(stopReasons(given([], "sigmoid"), 1)).not.toContain(words.largeInputs);
  });
  it("name many layers, and that nothing is clipped", () => {
    const deep = ["tanh", "tanh", "tanh"];
    expect(stopReasons(given(deep, "sigmoid", { clip: 0 }), 1)).toEqual([
      words.rateTooLarge("1"),
      words.manyLayers(3),
      words.noClip,
    ]);
    expect(stopReasons(given(deep.slice(1), "sigmoid"), 1)).toEqual([words.rateTooLarge("1")]);
  });
});
