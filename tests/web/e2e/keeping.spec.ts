/** What is kept: CSV, files, links, memory. */
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { type Bench, expect, openFile, remembered, test } from "./bench";

const csv = "length;width;species\r\n5,1;3,5;setosa\r\n7,0;3,2;versicolor\r\n6,3;3,3;virginica\r\n4,9;3,0;setosa\r\n";

/** Opens the window for CSV and pastes a text there. */
async function paste(bench: Bench, text: string) {
  await bench.button("CSV …").click();
  await bench.page.getByRole("textbox", { name: "CSV text" }).fill(text);
}

/** Drops a file with a text on an element. */
async function drop(page: Page, on: string, text: string) {
  const dataTransfer = await page.evaluateHandle((content) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([content], "points.csv", { type: "text/csv" }));
    return transfer;
  }, text);
  for (const type of ["dragover", "drop"])
    await page
      .locator(on)
      .first()
      .evaluate(
        (element, { kind, transfer }) =>
          element.dispatchEvent(
            new DragEvent(kind, { dataTransfer: transfer, bubbles: true, composed: true, cancelable: true }),
          ),
        { kind: type, transfer: dataTransfer },
      );
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

test("a file dropped anywhere on the page opens the window with its points", async ({ open, page }) => {
  const bench = await open();
  await drop(page, "lab-plane", csv);
  await expect(page.getByText("4 points, 2 columns of numbers")).toBeVisible();
  await drop(page, "lab-csv-dialog lab-dialog", "a,b,class\n1,2,A\n3,4,B\n");
  await expect(page.getByText("2 points, 2 columns of numbers")).toBeVisible();
  await bench.button("Use these points").click();
  await expect.poll(() => bench.rows()).toBe(2);
});

test("a long text is read whole, and not put in the box; an empty one is said to be", async ({ open, page }) => {
  const bench = await open();
  await drop(page, "lab-plane", `a,b,class\n${"0.12345,0.54321,A\n".repeat(10_000)}`);
  await expect(page.getByText("10,000 points, 2 columns of numbers")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "CSV text" })).toHaveCount(0);
  await bench.button("Empty").click();
  await page.getByRole("textbox", { name: "CSV text" }).fill("1,2,A\n");
  await expect(page.getByText("1 points, 2 columns of numbers")).toBeVisible();
  await drop(page, "lab-plane", "");
  await expect(page.locator("lab-csv-dialog .error")).toHaveText(
    "There is no text to read: it must have a line for each point.",
  );
  await expect(bench.button("Use these points")).toBeDisabled();
});

test("the present points are saved and copied as CSV, and read again the same", async ({ open, page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const bench = await open();
  const { table } = await bench.describe();
  await bench.button("CSV …").click();
  const [download] = await Promise.all([page.waitForEvent("download"), bench.button("Save CSV").click()]);
  const saved = readFileSync(await download.path(), "utf8");
  await bench.button("Copy CSV").click();
  await expect(page.getByText("Copied: the present points as CSV.")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(saved);
  await bench.withLab((lab) => lab.open({ spec: { data: { source: "xor" } } }));
  await paste(bench, saved);
  await bench.button("Use these points").click();
  await expect.poll(async () => (await bench.describe()).spec.data.source).toBe("table");
  const again = (await bench.describe()).table;
  expect([again.values, again.targets, again.test]).toEqual([table.values, table.targets, table.test]);
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
  await openFile(page, readFileSync(saved, "utf8"));
  await expect.poll(() => bench.stepNumber()).toBe(step);
  expect(await bench.bits()).toBe(bits);
});

test("a link carries the experiment to another page", async ({ open, page, context, home }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const bench = await open();
  await bench.withLab((lab) => lab.open({ spec: { data: { source: "circles", count: 80 } } }));
  await bench.trainTo(60);
  const [step, bits] = [await bench.stepNumber(), await bench.bits()];
  await page.getByRole("button", { name: /^Share/ }).click();
  await expect(page.getByText(/Copied: a link/)).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link.startsWith(`${home}#v1=`)).toBe(true);
  await page.goto("about:blank");
  const other = await open(link);
  await expect.poll(() => other.stepNumber()).toBe(step);
  expect(await other.bits()).toBe(bits);
});

test("what is too large for a link is said, and how it is kept instead", async ({ open, page }) => {
  const bench = await open();
  await bench.withLab((lab) => {
    const values = Float64Array.from({ length: 8000 }, (_, i) => Math.sin(i) * Math.PI);
    const table = { columns: ["x1", "x2"], values, targets: new Float64Array(4000), classes: ["A"] };
    return lab.open({ spec: { data: { source: "table", table } } });
  });
  await bench.button("Share").click();
  await expect(page.locator("lab-notice p")).toHaveText(
    /^This experiment is too large for a link: it would have \d+ characters, .* Save it as a file instead\.$/,
  );
});

test("the experiment is remembered when the page is opened again", async ({ open, page }) => {
  const bench = await open();
  await bench.withLab((lab) => lab.open({ spec: { data: { source: "spirals", count: 60 } } }));
  await bench.trainTo(20);
  await remembered(page, `"step":${await bench.stepNumber()}`);
  const again = await open();
  expect((await again.describe()).spec.data).toMatchObject({ source: "spirals", count: 60 });
});
