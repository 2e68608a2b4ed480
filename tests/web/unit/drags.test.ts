import { describe, expect, it } from "vitest";
import { Drags } from "../../../web/state/drags";

/** A line whose sends are held back until they are let go; refuses what is negative. */
function heldBack() {
  const sent: [string, number, boolean][] = [];
  const held: (() => void)[] = [];
  const line = new Drags<string, number>((key, value, merge) => {
    sent.push([key, value, merge]);
    return new Promise((resolve) => held.push(() => resolve(value >= 0)));
  });
  const letGo = async () => {
    held.shift()!();
    await new Promise((resolve) => setTimeout(resolve, 0));
  };
  return { line, sent, letGo };
}

describe("Drags", () => {
  it("send one at a time, and of what waits only the latest of each key", async () => {
    const { line, sent, letGo } = heldBack();
    void line.push("a", 1, false);
    void line.push("a", 2, true);
    void line.push("b", 7, false);
    void line.push("a", 3, true);
    expect(sent).toEqual([["a", 1, false]]);
    await letGo();
    await letGo();
    expect(sent.slice(1)).toEqual([
      ["a", 3, true],
      ["b", 7, false],
    ]);
  });
  it("begin an undo step of their own though their first piece was overtaken", async () => {
    const { line, sent, letGo } = heldBack();
    void line.push("a", 1, false);
    void line.push("a", 2, false); // another gesture, while the first is under way
    void line.push("a", 3, true);
    await letGo();
    expect(sent.at(-1)).toEqual(["a", 3, false]);
  });
  it("begin it with the first piece that changes something", async () => {
    const { line, sent, letGo } = heldBack();
    void line.push("a", -1, false);
    await letGo();
    void line.push("a", 5, true);
    expect(sent.at(-1)).toEqual(["a", 5, false]);
    await letGo();
    void line.push("a", 6, true);
    expect(sent.at(-1)).toEqual(["a", 6, true]);
  });
});
