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
    ["quick", "“quick” is not a number."],
    ["-1", "Learning rate α must be more than 0 and at most 1000000, not “−1”."],
  ]) {
    await rate.fill(typed);
    await rate.press("Enter");
    await expect(page.getByText(sentence)).toBeVisible();
    await expect(rate).toHaveAttribute("aria-invalid", "true");
  }
  await rate.press("Escape");
  await expect(rate).toHaveAttribute("aria-invalid", "false");
  expect((await bench.describe()).spec.learner.rate).toBe(0.3);
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
