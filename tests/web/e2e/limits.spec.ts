/** At the edges: no points, one class, many points, text that is none of what is meant. */
import { expect, test } from "./bench";

test("without points the page says so, draws, and goes on", async ({ open, page }) => {
  const bench = await open();
  await bench.withLab((lab) => {
    const rows = Array.from(lab.description.value.table.targets, (_, row) => row);
    return lab.change({ kind: "removePoints", rows });
  });
  await expect(page.getByText("No points yet: draw some here, or choose a set.")).toBeVisible();
  await bench.train();
  await expect(page.getByText(/no training points/)).toBeVisible();
  for (const name of ["Descent", "Scores", "Projection", "Python", "Cost"]) {
    await page.getByRole("tab", { name }).click();
    await expect(page.getByRole("tabpanel", { name })).toHaveText(/\w/);
  }
  await page.getByRole("radio", { name: "Draw" }).click();
  await page.locator("lab-plane .picture").click();
  await expect.poll(() => bench.rows()).toBe(1);
});

test("a rate that is no number is said beside its control, and changes nothing", async ({ open, page }) => {
  const bench = await open();
  const rate = page.getByRole("textbox", { name: /Learning rate/ });
  for (const [typed, sentence] of [
    ["quick", "Learning rate α must be a number more than 0 and at most 1000000, not “quick”."],
    ["-1", "Learning rate α must be more than 0 and at most 1000000, not “−1”."],
    ["", "Learning rate α must be a number more than 0 and at most 1000000."],
  ]) {
    await rate.fill(typed);
    await rate.press("Enter");
    await expect(page.getByText(sentence, { exact: true })).toBeInViewport({ ratio: 0.9 });
    await expect(rate).toHaveAttribute("aria-invalid", "true");
  }
  await rate.fill("0.3"); // what it was
  await rate.press("Enter");
  await expect(rate).toHaveAttribute("aria-invalid", "false");
  await rate.fill("quick");
  await rate.press("Enter");
  await rate.press("Escape");
  await expect(rate).toHaveAttribute("aria-invalid", "false");
  expect((await bench.describe()).spec.learner.rate).toBe(0.3);
});

test("what is allowed is said in the field's own unit and words", async ({ open, page }) => {
  const bench = await open();
  for (const [field, typed, sentence] of [
    ["Accuracy at least", "150", "Accuracy at least must be from 0 to 100 %, not “150 %”."],
    ["Accuracy at least", "all", "Accuracy at least must be a number from 0 to 100 % or never, not “all”."],
    ["For testing", "95 %", "For testing must be from 0 to 90 %, not “95 %”."],
    ["For testing", "half", "For testing must be a number from 0 to 90 %, not “half”."],
    ["Clip gradient at", "x", "Clip gradient at must be a number from 0 to 1000000000 or none, not “x”."],
    ["Layer 2", "many", "Layer 2 must be a whole number from 1 to 256, not “many”."],
  ]) {
    const box = page.getByRole("textbox", { name: field });
    await box.fill(typed);
    await box.press("Enter");
    await expect(page.getByText(sentence, { exact: true })).toBeVisible();
    await box.press("Escape");
  }
  const accuracy = page.getByRole("textbox", { name: "Accuracy at least" });
  await accuracy.fill("95 %");
  await accuracy.press("Enter");
  await expect.poll(async () => (await bench.describe()).spec.stop.accuracy).toBe(0.95);
});

test("a cell that is refused is named by its point and column, and changes nothing", async ({ open, page }) => {
  const bench = await open();
  const before = (await bench.describe()).table.values;
  await bench.button("Table …").click();
  const [table, cell] = [
    page.locator("lab-points-table"),
    page.locator("lab-points-table td[data-row='2'][data-column='1']"),
  ];
  for (const [typed, sentence] of [
    ["quick", "Point 3, x2 must be a number from −1e9 to 1e9, not “quick”."],
    ["2e9", "Point 3, x2 must be from −1e9 to 1e9, not “2000000000”."],
  ]) {
    const width = (await cell.boundingBox())!.width;
    await cell.dblclick();
    await expect(table.getByRole("textbox")).toBeVisible();
    expect((await cell.boundingBox())!.width).toBe(width); // no column jumps
    await table.getByRole("textbox").fill(typed);
    await table.getByRole("textbox").press("Enter");
    await expect(table.getByText(sentence, { exact: true })).toBeVisible();
    await expect(page.locator("lab-notice p")).toHaveCount(0);
  }
  expect((await bench.describe()).table.values).toEqual(before);
  await cell.dblclick();
  await table.getByRole("textbox").fill("0.5");
  await table.getByRole("textbox").press("Enter");
  await expect.poll(async () => (await bench.describe()).table.values[5]).toBe(0.5);
  await expect(table.locator(".error")).toHaveText("");
});

test("a weight that is no number is said beside it, and changes nothing", async ({ open, page }) => {
  const bench = await open();
  const before = await bench.bits();
  await page.locator("lab-network").getByRole("button", { name: "neuron 2 of layer 2", exact: true }).click();
  const editor = page.locator("lab-weight-editor");
  const weight = editor.getByRole("textbox", { name: "w²₂₁" });
  await weight.fill("quick");
  await weight.press("Enter");
  const sentence = editor.getByText("w²₂₁ must be a number from −1e9 to 1e9, not “quick”.", { exact: true });
  await expect(sentence).toBeVisible();
  await expect(weight).toHaveAttribute("aria-invalid", "true");
  await weight.press("Escape");
  await expect(sentence).toHaveCount(0);
  expect(await bench.bits()).toBe(before);
  await weight.fill("quick");
  await weight.press("Enter");
  await weight.press("ArrowUp"); // a number again
  await expect(weight).toHaveAttribute("aria-invalid", "false");
  await weight.fill("quick");
  await weight.press("Tab");
  await expect(sentence).toBeVisible();
  await weight.focus();
  await expect(sentence).toHaveCount(0);
});

test("100,000 points are thinned in the picture, all of them learned from", async ({ open, page }) => {
  const bench = await open();
  const count = page.getByRole("textbox", { name: "How many" });
  await count.fill("100,000");
  await count.press("Enter");
  await expect(page.getByText(/of 100,000 points drawn/)).toBeVisible();
  await bench.train();
  await expect.poll(() => bench.stepNumber()).toBeGreaterThan(100);
  await bench.pause();
  const { train, test: held } = await bench.look();
  expect(train.count + held!.count).toBe(100_000);
});

test("a CSV of a million rows is read, or refused in a sentence", async ({ open, page }) => {
  const bench = await open();
  await bench.button("CSV …").click();
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), bench.button("Open a file …").click()]);
  const rows = Array.from({ length: 1_000_000 }, (_, i) => `${i % 997},${i % 991},${i % 2 ? "A" : "B"}`);
  await chooser.setFiles({ name: "x.csv", mimeType: "text/csv", buffer: Buffer.from(rows.join("\n")) });
  await expect(page.getByText("Reading …")).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText("1,000,000 points, 2 columns of numbers")).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText("Reading …")).toHaveCount(0);
  await bench.button("Use these points").click();
  await expect(page.getByText(/: 1,000,000 points, 2 columns/)).toBeVisible({ timeout: 30_000 });
  await bench.step();
  await expect.poll(() => bench.stepNumber(), { timeout: 30_000 }).toBe(1);
});
