import { signal } from "@preact/signals-core";
import { describe, expect, it } from "vitest";
import type { Lab, Notice } from "../../../web/state/lab";
import { later, loadTheRest } from "../../../web/state/later";

const labWithNotice = () => ({ notice: signal<Notice | undefined>(undefined) }) as unknown as Lab;

describe("later", () => {
  it("loads a part once, when it is asked for", async () => {
    let loads = 0;
    const part = later(async () => ++loads);
    expect(loads).toBe(0);
    expect(await Promise.all([part(labWithNotice()), part(labWithNotice())])).toEqual([1, 1]);
    expect(loads).toBe(1);
  });
  it("says where a part cannot be had, and tries again", async () => {
    let reachable = false;
    const part = later(() => (reachable ? Promise.resolve("there") : Promise.reject(new Error("offline"))));
    const lab = labWithNotice();
    expect(await part(lab)).toBeUndefined();
    expect(lab.notice.value).toEqual({ kind: "notLoaded" });
    reachable = true;
    expect(await part(lab)).toBe("there");
  });
});

describe("loadTheRest", () => {
  it("loads every part, those too that only a loaded one names, and passes over what fails", async () => {
    const loaded: string[] = [];
    later(() => Promise.reject(new Error("offline")));
    later(async () => {
      loaded.push("outer");
      later(async () => loaded.push("inner"));
    });
    await loadTheRest();
    expect(loaded).toEqual(["outer", "inner"]);
  });
});
