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
  it("says shares in percent, as the page shows them", () => {
    expect(sentence({ code: "outOfRange", field: "data.testFraction", value: "1", allowed: "[0, 0.9]" })).toBe(
      "For testing must be from 0 to 90 %, not 100 %.",
    );
  });
  it("says choices in words", () => {
    expect(sentence({ code: "unknown", field: "cost.error", value: "absolute", allowed: "squaredError, huber" })).toBe(
      "Error: “absolute” is not known. Possible: squared error, Huber.",
    );
  });
  it("speaks of lines and columns where a text of points is wrong", () => {
    const said = (code: string, field: string, value: string, allowed: string) =>
      sentence({ code, field, value, allowed });
    expect(said("missing", "text", "", "line 1")).toBe("There is no text to read: it must have a line for each point.");
    expect(said("wrongLength", "line 1", "1", "[2, 65]")).toBe(
      "Line 1 has 1 column; it must have from 2 to 65 columns.",
    );
    expect(said("wrongLength", "line 4", "5", "3")).toBe("Line 4 has 5 columns; it must have 3 columns.");
    expect(said("missing", "line 2, column 3", "", "number, text")).toBe(
      "Line 2, column 3 is missing; it must be a number or a text.",
    );
    expect(said("wrongLength", "line 1, column 2", "aaa…", "[1, 200]")).toBe(
      "Line 1, column 2: a name must have from 1 to 200 characters; “aaa…” has not.",
    );
    expect(said("tooLarge", "line 9, column 3", "Z", "32")).toBe(
      "Line 9, column 3: with “Z” there are too many classes; there may be 32.",
    );
    expect(said("tooLarge", "line 2000002", "2000001", "2000000")).toBe(
      "Line 2000002 is point 2000001; of points with so many columns there may be 2000000.",
    );
  });
  it("counts members and characters of other lists", () => {
    const wrong = (field: string, value: string, allowed: string) =>
      sentence({ code: "wrongLength", field, value, allowed });
    expect(wrong("model.hidden", "7", "[0, 6]")).toBe("Hidden layers: there must be from 0 to 6, not 7.");
    expect(wrong("data.table.columns[0]", "0", "[1, 200]")).toBe(
      "Name of column 1 must have from 1 to 200 characters, not 0.",
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
      "tooDeep",
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
