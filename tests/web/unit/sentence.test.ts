import { describe, expect, it } from "vitest";
import { fieldName, fields, intervalInWords, sentence, shares } from "../../../web/texts";

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
    const wrong = (field: string, value: string) => sentence({ code: "outOfRange", field, value, allowed: "[0, 0.9]" });
    expect([...shares]).toEqual(["data.testFraction", "stop.accuracy"]);
    for (const share of shares)
      expect(wrong(share, "1.5")).toBe(`${fields[share]} must be from 0 to 90 %, not “150 %”.`);
    expect(wrong("stop.accuracy", "-1e-7")).toBe("Accuracy at least must be from 0 to 90 %, not “−0.00001 %”.");
    expect(wrong("journal[0].stop.accuracy", "1.5")).toMatch(
      /: Accuracy at least must be from 0 to 90 %, not “150 %”\.$/,
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
    expect(said("incompatible", "target", "sort", "header")).toBe(
      "The target: “sort” does not go with the rest. What would go: a first line with the columns’ names.",
    );
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
    expect(fieldName("model.hidden[2]")).toBe("Layer 4");
    expect(fieldName("data.table.targets[0]")).toBe("Target of point 1");
    expect(fieldName("line 7, column 3")).toBe("Line 7, column 3");
    expect(fieldName("constructor")).toBe("“constructor”");
  });
  it("names the part of a change or a layer that is wrong", () => {
    const said = (field: string, code = "outOfRange", value = "-1", allowed = "(0, 1000000]") =>
      sentence({ code, field, value, allowed });
    expect(said("journal[1].learner.rate")).toBe(
      "Change 2 of the journal: Learning rate α must be more than 0 and at most 1000000, not “−1”.",
    );
    expect(said("journal[0].rows[3]", "notAnInteger", "0.5", "[0, 9]")).toBe(
      "Change 1 of the journal: Point 4 of the selection must be a whole number, from 0 to 9; “0.5” is none.",
    );
    expect(said("journal[0].model.hidden[2].neurons")).toBe(
      "Change 1 of the journal: Layer 4: Number of neurons must be more than 0 and at most 1000000, not “−1”.",
    );
    expect(said("model.hidden[0].foo", "unexpected", "1", "neurons, activation")).toBe(
      "Layer 2: “foo” is not a field that this page knows. Known: neurons, activation.",
    );
    expect(said("journal[4]", "wrongType", "5", "object")).toBe(
      "Change 5 of the journal must be a group of fields; “5” is not.",
    );
    expect(said("data.table.values[7]")).toMatch(/^Number 8 of the points must be/);
    expect(said("values", "unexpected", "1", "data, model")).toMatch(/^“values” is not a field/);
  });
  it("says of a duplicate that once is allowed", () => {
    expect(sentence({ code: "duplicate", field: "data.table.classes[1]", value: "A", allowed: "" })).toBe(
      "Name of class 2: “A” is there twice; once is allowed.",
    );
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
