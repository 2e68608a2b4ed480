import { deflateRawSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { maxLinkLength, maxLinkText, readFragment, writeFragment } from "../../../web/state/links";
import { firstView } from "../../../web/state/view";
import { document } from "./sampleDocument";

const packed = (text: string | Buffer) => `#v1=${deflateRawSync(text).toString("base64url")}`;

describe("Links", () => {
  it("carry an experiment there and back", async () => {
    const fragment = (await writeFragment({ document, view: firstView })).value!;
    expect(fragment).toMatch(/^#v1=[\w-]+$/);
    const read = (await readFragment(fragment))!.value!;
    expect(read.document.step).toBe(7);
    expect(read.document.journal).toEqual(document.journal);
    expect(read.view).toEqual(firstView);
  });
  it("say so where an experiment is too long for one", async () => {
    const values = Float64Array.from({ length: 20_000 }, (_, i) => Math.sin(i) * Math.PI);
    const spec = { data: { table: { values } } } as never;
    const { error } = await writeFragment({ document: { ...document, spec }, view: firstView });
    expect(error).toMatchObject({ code: "tooLarge", field: "link", allowed: `${maxLinkLength} characters` });
  });
  it("leave other fragments alone", async () => {
    for (const fragment of ["", "#", "#chapter-2", "#v=1"]) expect(await readFragment(fragment)).toBeUndefined();
  });
  it("refuse what is broken, and a newer version", async () => {
    for (const fragment of ["#v1=", "#v1=!!!", "#v1=AAAA", packed("no JSON"), packed("{}")]) {
      expect((await readFragment(fragment))!.error).toMatchObject({ code: "malformed", field: "link" });
    }
    expect((await readFragment("#v2=abc"))!.error).toMatchObject({ code: "newerVersion", value: "2" });
  });
  it("refuse to unpack a small link into a large text", async () => {
    const bomb = packed(Buffer.alloc(maxLinkText + 1, " "));
    expect(bomb.length).toBeLessThan(maxLinkLength);
    expect((await readFragment(bomb))!.error!.code).toBe("tooLarge");
  });
  it("refuse to be longer than they may", async () => {
    expect((await readFragment(`#v1=${"A".repeat(maxLinkLength)}`))!.error!.code).toBe("tooLarge");
  });
});
