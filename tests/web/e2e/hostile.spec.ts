/** Files, links and memories that are broken or hostile: each gets its sentence, and leaves what the person had untouched. */
import { readFileSync } from "node:fs";
import { deflateRawSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { expect, openFile, remembered, test } from "./bench";

/** As it would be kept, with another document. */
const kept = (document: unknown, version = 1) =>
  JSON.stringify({ format: "backprop-lab", version, document, view: {} });
const withSpec = (spec: string) =>
  kept({ version: 1, spec: 0, journal: [], step: 0 }).replace('"spec":0', () => `"spec":${spec}`);
const withChange = (change: unknown) => kept({ version: 1, spec: {}, journal: [{ step: 0, change }], step: 0 });
const deep = `${"[".repeat(20_000)}${"]".repeat(20_000)}`;

/** Texts in the form of a kept experiment, and the sentence that refuses each. */
const hostileTexts: Record<string, [string, string]> = {
  "with a rate that is no number": [
    withSpec('{"learner":{"rate":"<b>NaN</b>"}}'),
    "Learning rate α must be a number; “<b>NaN</b>” is not.",
  ],
  "with a rate out of its range": [
    withSpec('{"learner":{"rate":-2}}'),
    "Learning rate α must be more than 0 and at most 1000000, not “−2”.",
  ],
  "with an absurd size": [
    withSpec('{"model":{"hidden":[{"neurons":1e9,"activation":"tanh"}]}}'),
    "Layer 2: Number of neurons must be from 1 to 256, not “1000000000”.",
  ],
  "with a layer of other fields": [
    withSpec('{"model":{"hidden":[{"neurons":1,"activation":"tanh","foo":1}]}}'),
    "Layer 2: “foo” is not a field that this page knows. Known: neurons, activation.",
  ],
  "with a change that the spec refuses": [
    withChange({ kind: "set", field: "learner.rate", value: -1 }),
    "Change 1 of the journal: Learning rate α must be more than 0 and at most 1000000, not “−1”.",
  ],
  "with a share in a change": [
    withChange({ kind: "set", field: "stop.accuracy", value: 1.5 }),
    "Change 1 of the journal: Accuracy at least must be from 0 to 100 %, not “150 %”.",
  ],
  "with a change to points that are not there": [
    withChange({ kind: "removePoints", rows: [0, 1e6] }),
    "Change 1 of the journal: Point 2 of the selection must be from 0 to 199, not “1000000”.",
  ],
  "with a change that is none": [
    withChange(5),
    "Change 1 of the journal: “change” must be a group of fields; “5” is not.",
  ],
  "with a journal that is none": [
    kept({ version: 1, spec: {}, journal: 5, step: 0 }),
    "The journal of changes must be a list; “5” is not.",
  ],
  "with a polluted prototype": [
    withSpec('{"__proto__":{"polluted":1}}'),
    "“__proto__” is not a field that this page knows. Known: data, model, cost, learner, stop.",
  ],
  "with a step that is none": [
    kept({ version: 1, spec: {}, journal: [], step: 1e300 }),
    "The step must be from 0 to 1000000000000, not “1e+300”.",
  ],
  "with points that are not all there": [
    withSpec('{"data":{"source":"table","table":{"columns":["a"],"values":[1,2],"targets":[0],"classes":["A"]}}}'),
    "The table's list of numbers: there must be 1, not 2.",
  ],
  "whose document is of a newer version": [
    kept({ version: 99, spec: {}, journal: [], step: 0 }),
    "This was written by a newer version of Backprop Lab (99); this one reads 1.",
  ],
  "of a newer version": [
    kept({ version: 1, spec: {}, journal: [], step: 0 }, 7),
    "This was written by a newer version of Backprop Lab (7); this one reads 1.",
  ],
};
const said = (page: Page, sentence: string) => expect(page.locator("lab-notice p")).toHaveText(sentence);

const hostileFiles: typeof hostileTexts = {
  ...hostileTexts,
  "that is no JSON": [
    "<script>alert(1)</script>",
    "The file cannot be read at “<script>alert(1)</script>”. Expected: an experiment saved by Backprop Lab.",
  ],
  "nested thousands deep": [
    withSpec(`{"data":${deep}}`),
    "The file cannot be read: its brackets stand more than 12 deep in one another.",
  ],
};
test("hostile files are refused, each in its sentence, and leave the experiment as it was", async ({ open, page }) => {
  const bench = await open();
  await bench.trainTo(30);
  const [step, bits] = [await bench.stepNumber(), await bench.bits()];
  for (const [text, sentence] of Object.values(hostileFiles)) {
    await openFile(page, text);
    await said(page, sentence);
    await bench.button("Dismiss").click();
  }
  expect(await bench.stepNumber()).toBe(step);
  expect(await bench.bits()).toBe(bits);
  expect(await page.evaluate(() => "polluted" in {})).toBe(false);
  await openFile(page, withSpec('{"learner":{"rate":0.07}}')); // the same form, with nothing wrong
  await expect.poll(async () => (await bench.describe()).spec.learner.rate).toBe(0.07);
});

const link = (text: string) => `#v1=${deflateRawSync(text).toString("base64url")}`;
const hostileLinks: typeof hostileTexts = {
  ...Object.fromEntries(
    Object.entries(hostileTexts).map(([what, [text, said]]) => [what, [link(text), said] as const]),
  ),
  "that is no link of ours": ["#v1=AAAA", "The link cannot be read at “#v1=AAAA”. Expected: a link made by Share."],
  "of another kind": ["#v9=AAAA", "This was written by a newer version of Backprop Lab (9); this one reads 1."],
  "with text that is no base64": [
    "#v1=%3Cscript%3Ealert(1)%3C/script%3E",
    "The link cannot be read at “#v1=%3Cscript%3Ealert(1)”. Expected: a link made by Share.",
  ],
  "nested thousands deep": [
    link(withSpec(`{"data":${deep}}`)),
    "The link cannot be read: its brackets stand more than 12 deep in one another.",
  ],
};
test("hostile links are refused, each in its sentence, and leave what was remembered as it was", async ({
  open,
  home,
  page,
}) => {
  const bench = await open();
  await bench.withLab((lab) => lab.open({ spec: { data: { source: "spirals", count: 60 } } }));
  await bench.trainTo(20);
  const [step, bits] = [await bench.stepNumber(), await bench.bits()];
  await remembered(page, `"step":${step}`);
  for (const [fragment, sentence] of Object.values(hostileLinks)) {
    await page.evaluate((hash) => {
      location.hash = hash;
    }, fragment);
    await said(page, sentence);
    await bench.button("Dismiss").click();
  }
  expect(await bench.bits()).toBe(bits);
  for (const what of ["nested thousands deep", "with an absurd size"]) {
    await page.goto("about:blank");
    const [fragment, sentence] = hostileLinks[what];
    const again = await open(home + fragment);
    await said(page, sentence);
    await expect.poll(() => again.bits()).toBe(bits);
  }
  await page.waitForTimeout(1000);
  await page.goto("about:blank");
  const again = await open();
  await expect.poll(() => again.stepNumber()).toBe(step);
  expect((await again.describe()).spec.data).toMatchObject({ source: "spirals", count: 60 });
  expect(await page.evaluate(() => "polluted" in {})).toBe(false);
});

test("a link opens in place of what was remembered, which Undo brings back", async ({ open, home, page }) => {
  const bench = await open();
  await bench.withLab((lab) => lab.open({ spec: { data: { source: "spirals", count: 60 } } }));
  await remembered(page, "spirals");
  await page.goto("about:blank");
  const other = await open(home + link(withSpec('{"data":{"source":"xor"}}')));
  expect((await other.describe()).spec.data.source).toBe("xor");
  await other.button("Undo").click();
  await expect.poll(async () => (await other.describe()).spec.data.source).toBe("spirals");
});

test("starts, and says why, where what is remembered breaks the engine", async ({ open, page }) => {
  await page.addInitScript(() => {
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (message: { method?: string; args: { step?: number }[] }, ...rest) {
      if (message.method === "configure" && message.args[0].step === 1) throw new RangeError("too much");
      return post.call(this, message, ...(rest as unknown as [])) as undefined;
    };
  });
  const bench = await open();
  await bench.step();
  await expect.poll(() => bench.stepNumber()).toBe(1);
  await remembered(page, '"step":1');
  const again = await open();
  await expect(page.locator("lab-notice p")).toContainText("The engine broke off. It said: “RangeError: too much”.");
  await expect(page.locator("lab-notice p")).toContainText(setAside);
  await again.trainTo(20);
});

const setAside = "The experiment that could not be opened is kept aside until you dismiss this.";
/** What may be remembered and cannot be opened, and what is said of it. */
const unread: Record<string, [string, string]> = {
  "of a newer version": hostileTexts["of a newer version"],
  "that the core refuses": hostileTexts["with a change that the spec refuses"],
  "nested thousands deep": [
    withSpec(`{"data":${deep}}`),
    "What was remembered here cannot be read: its brackets stand more than 12 deep in one another.",
  ],
  "that is no JSON": [
    "rubbish",
    "What was remembered here cannot be read at “rubbish”. Expected: an experiment saved by Backprop Lab.",
  ],
};
test("what is remembered and cannot be opened is said, and set aside until it is let go", async ({ open, page }) => {
  await open();
  for (const [text, sentence] of Object.values(unread)) {
    await page.addInitScript((memory) => {
      if (sessionStorage.getItem(memory)) return; // once
      sessionStorage.setItem(memory, "planted");
      localStorage.setItem("backprop-lab", memory);
    }, text);
    let bench = await open();
    await said(page, `${sentence} ${setAside}`);
    const memory = () => page.evaluate(() => localStorage.getItem("backprop-lab"));
    await expect.poll(memory).toContain('"format":"backprop-lab","version":1,'); // written over
    await bench.withLab((lab) => lab.set("learner.rate", 0.07));
    await expect(page.locator("lab-notice p")).toHaveCount(0);
    bench = await open();
    await said(page, setAside);
    const [download] = await Promise.all([page.waitForEvent("download"), bench.button("Save as a file").click()]);
    expect(readFileSync(await download.path(), "utf8")).toBe(text);
    await bench.button("Dismiss").click();
    await open();
    await page.waitForTimeout(300);
    await expect(page.locator("lab-notice p")).toHaveCount(0);
  }
});

test("an experiment too large to be remembered is said to be, and the one before is kept", async ({ open, page }) => {
  const bench = await open();
  await bench.withLab((lab) => lab.open({ spec: { data: { source: "spirals", count: 60 } } }));
  await remembered(page, "spirals");
  await bench.withLab((lab) => {
    const values = Float64Array.from({ length: 120_000 }, (_, i) => Math.sin(i) * Math.PI);
    const table = { columns: ["x1", "x2"], values, targets: new Float64Array(60_000), classes: ["A"] };
    return lab.open({ spec: { data: { source: "table", table } } });
  });
  await expect(page.locator("lab-notice p")).toHaveText(
    "This experiment is too large to be remembered here (2,000,000 characters are the limit). Save it as a file.",
  );
  const again = await open();
  expect((await again.describe()).spec.data).toMatchObject({ source: "spirals", count: 60 });
});
