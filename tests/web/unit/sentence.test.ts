import { describe, expect, it } from "vitest";
import { fieldName, intervalInWords, sentence } from "../../../web/texts";

describe("Sentence", () => {
  it("names field, value and what is allowed", () => {
    expect(sentence({ code: "outOfRange", field: "learner.rate", value: "-2", allowed: "(0, 100]" })).toBe(
      "Learning rate α must be more than 0 and at most 100, not “−2”.",
    );
    expect(sentence({ code: "wrongType", field: "data.noise", value: "abc", allowed: "number" })).toBe(
      "Noise must be a number; “abc” is not.",
    );
  });
  it("says choices in words", () => {
    expect(sentence({ code: "unknown", field: "cost.error", value: "absolute", allowed: "squaredError, huber" })).toBe(
      "Error: “absolute” is not known. Possible: squared error, Huber.",
    );
  });
  it("says what would go together", () => {
    const allowed = "squaredError, huber; model.output = sigmoid, softmax";
    expect(sentence({ code: "incompatible", field: "cost.error", value: "crossEntropy", allowed })).toBe(
      "Error: “cross-entropy” does not go with the rest. What would go: squared error, Huber; or Output: sigmoid, softmax.",
    );
  });
  it("counts as people do", () => {
    expect(fieldName("model.hidden[2].neurons")).toBe("Number of neurons in hidden layer 3");
    expect(fieldName("data.table.targets[0]")).toBe("Target of point 1");
    expect(fieldName("line 7, column 3")).toBe("Line 7, column 3");
    expect(fieldName("constructor")).toBe("“constructor”");
  });
  it("reads intervals of every kind", () => {
    expect(intervalInWords("[0, 1]")).toBe("from 0 to 1");
    expect(intervalInWords("[1, ∞]")).toBe("at least 1");
    expect(intervalInWords("(-1, 1)")).toBe("more than −1 and less than 1");
    expect(intervalInWords("[3, 3]")).toBe("3");
  });
  it("has one for every code of the core, and one for codes to come", () => {
    const codes = [
      "notANumber",
      "notAnInteger",
      "outOfRange",
      "unknown",
      "wrongType",
      "wrongLength",
      "missing",
      "unexpected",
      "incompatible",
      "tooLarge",
      "newerVersion",
      "malformed",
      "duplicate",
    ];
    const sentences = codes.map((code) => sentence({ code, field: "model.seed", value: "v", allowed: "[0, 1]" }));
    expect(new Set(sentences).size).toBe(codes.length);
    for (const text of sentences) expect(text).not.toMatch(/cannot be used/);
    expect(sentence({ code: "strange", field: "model.seed", value: "v", allowed: "" })).toMatch(/strange/);
  });
});
