/** What is kept: CSV, files, links; and hostile ones, which leave what the person had untouched. */
import { readFileSync } from "node:fs";
import { type Bench, expect, test } from "./bench";

const csv = "length;width;species\r\n5,1;3,5;setosa\r\n7,0;3,2;versicolor\r\n6,3;3,3;virginica\r\n4,9;3,0;setosa\r\n";

/** Opens the window for CSV and pastes a text there. */
async function paste(bench: Bench, text: string) {
  await bench.button("CSV …").click();
  await bench.page.getByRole("textbox", { name: "CSV text" }).fill(text);
}

test("points come from pasted CSV with semicolons and decimal commas", async ({ open }) => {
  const bench = await open();
  await paste(bench, csv);
  await bench.button("Use these points").click();
  await expect.poll(() => bench.rows()).toBe(4);
  const { table } = await bench.describe();
  expect(table.columns).toEqual(["length", "width"]);
  expect(table.classes).toEqual(["setosa", "versicolor", "virginica"]);
  expect(Array.from(table.values.slice(0, 2))).toEqual([5.1, 3.5]);
  await bench.trainTo(5);
});

test("a wrong cell is named by line and column, and the points stay", async ({ open }) => {
  const bench = await open();
  const before = await bench.rows();
  await paste(bench, "a,b,class\n1,2,A\n3,oops,B\n4,5,A\n");
  const sentence = bench.page.locator("lab-csv-dialog .error");
  await expect(sentence).toContainText(/line 3/i);
  await expect(sentence).toContainText(/column 2/i);
  await expect(sentence).toContainText("oops");
  await expect(bench.button("Use these points")).toBeDisabled();
  expect(await bench.rows()).toBe(before);
});

test("a saved file opens again at the same step with the same bits", async ({ open, page }) => {
  const bench = await open();
  await bench.trainTo(120);
  await bench.withLab((lab) => lab.set("learner.rate", 0.07));
  await bench.trainTo(200);
  const [step, bits] = [await bench.stepNumber(), await bench.bits()];
  await page.getByRole("button", { name: /^Save/ }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("menuitem", { name: "Save as a file" }).click(),
  ]);
  const saved = await download.path();
  await bench.withLab((lab) => lab.open({ spec: { data: { source: "xor" } } }));
  await page.getByRole("button", { name: /^Save/ }).click();
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByRole("menuitem", { name: /^Open a file/ }).click(),
  ]);
  await chooser.setFiles({ name: "x.backprop.json", mimeType: "application/json", buffer: readFileSync(saved) });
  await expect.poll(() => bench.stepNumber()).toBe(step);
  expect(await bench.bits()).toBe(bits);
});

test("a link carries the experiment to another page", async ({ open, page, context, host }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const bench = await open();
  await bench.withLab((lab) => lab.open({ spec: { data: { source: "circles", count: 80 } } }));
  await bench.trainTo(60);
  const [step, bits] = [await bench.stepNumber(), await bench.bits()];
  await page.getByRole("button", { name: /^Share/ }).click();
  await expect(page.getByText(/Copied: a link/)).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link.startsWith(host)).toBe(true);
  await page.goto("about:blank");
  const other = await open(link);
  await expect.poll(() => other.stepNumber()).toBe(step);
  expect(await other.bits()).toBe(bits);
});

const hostileLinks: Record<string, [string, RegExp]> = {
  "that is no link of ours": ["#v1=AAAA", /link/i],
  "of a newer version": ["#v9=AAAA", /newer|version/i],
  "with text that is no base64": ["#v1=%3Cscript%3Ealert(1)%3C/script%3E", /link/i],
};
for (const [what, [fragment, sentence]] of Object.entries(hostileLinks)) {
  test(`a link ${what} is refused in a sentence, and the bench works`, async ({ open, host, page }) => {
    const bench = await open(`${host}${fragment}`);
    await expect(page.locator("lab-notice").getByText(sentence)).toBeVisible();
    await bench.trainTo(5);
  });
}

const hostileFiles: Record<string, string> = {
  "that is no JSON": "<script>alert(1)</script>",
  "with a rate that is no number": '{"version":1,"spec":{"learner":{"rate":"<b>NaN</b>"}},"journal":[],"step":0}',
  "with an absurd size":
    '{"version":1,"spec":{"model":{"hidden":[{"neurons":1e9,"activation":"tanh"}]}},"journal":[],"step":0}',
  "with a polluted prototype": '{"version":1,"spec":{"__proto__":{"polluted":1}},"journal":[],"step":0}',
  "of a newer version": '{"version":99,"spec":{},"journal":[],"step":0}',
};
for (const [what, text] of Object.entries(hostileFiles)) {
  test(`a file ${what} is refused in a sentence, and leaves the experiment as it was`, async ({ open, page }) => {
    const bench = await open();
    await bench.trainTo(30);
    const [step, bits] = [await bench.stepNumber(), await bench.bits()];
    await page.getByRole("button", { name: /^Save/ }).click();
    const [chooser] = await Promise.all([
      page.waitForEvent("filechooser"),
      page.getByRole("menuitem", { name: /^Open a file/ }).click(),
    ]);
    await chooser.setFiles({ name: "x.json", mimeType: "application/json", buffer: Buffer.from(text) });
    await expect(page.locator("lab-notice p")).toBeVisible();
    expect(await bench.stepNumber()).toBe(step);
    expect(await bench.bits()).toBe(bits);
    expect(await page.evaluate(() => "polluted" in {})).toBe(false);
  });
}

test("the experiment is remembered when the page is opened again", async ({ open, page }) => {
  const bench = await open();
  await bench.withLab((lab) => lab.open({ spec: { data: { source: "spirals", count: 60 } } }));
  await bench.trainTo(20);
  await page.waitForTimeout(1500);
  const again = await open();
  expect((await again.describe()).spec.data).toMatchObject({ source: "spirals", count: 60 });
});
