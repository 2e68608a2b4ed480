/** The chapters: read, predicted, tried; steps notice by themselves that they are done. */
import { expect, test } from "./bench";
import { axeFindsNothing, narrowAndDark, nothingOverflows, showOn, wideAndLight } from "./screens";

test("a start sets the bench up, and a step notices that it is done and remembers it", async ({ open, page }) => {
  await page.setViewportSize({ width: 1440, height: 1000 });
  const bench = await open();
  await bench.button("Chapter 2").click();
  await expect(page.getByRole("heading", { name: "2 The perceptron" })).toBeVisible();
  await bench.button("Perceptron on two discs").click();
  await expect.poll(async () => (await bench.describe()).spec.learner.rule).toBe("perceptron");
  await expect(page.getByText("0 of 6 done")).toBeVisible();
  await bench.train();
  await expect(page.getByText(/[12] of 6 done/)).toBeVisible();
  await page.reload();
  await bench.ready();
  await expect(page.getByText(/[12] of 6 done/)).toBeVisible();
  await bench.button("Undo").isDisabled();
});

test("a prediction is answered by keyboard and explained", async ({ open, page }) => {
  await page.setViewportSize({ width: 1440, height: 1000 });
  const bench = await open();
  await bench.button("Chapter 1").click();
  const choice = page.getByRole("button", { name: "Its weights grow for ever" });
  await choice.focus();
  await page.keyboard.press("Enter");
  await expect(choice).toHaveAttribute("aria-pressed", "true");
  await expect(page.getByText("Once each point is right")).toBeVisible();
});

test("a start is chosen by keyboard, and XOR's steps count points of one's own, also in a network", async ({
  open,
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 1000 });
  const bench = await open();
  await bench.button("Chapter 2").click();
  await bench.button("Perceptron on XOR").focus();
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await bench.describe()).spec.data.source).toBe("xor");
  await bench.withLab((lab) => {
    const { spec } = lab.description.value;
    const table = {
      columns: ["x1", "x2"],
      values: [-1, -1, 1, 1, -1, 1, 1, -1],
      classes: ["A", "B"],
      targets: [0, 0, 1, 1],
      test: [0, 0, 0, 0],
    };
    return lab.open({ spec: { ...spec, data: { source: "table", table } } });
  });
  const done = page.locator("lab-lesson li.done");
  await bench.withLab((lab) => lab.set("learner.answer", "pocket"));
  await bench.step();
  await expect(done.filter({ hasText: "let the pocket decide" })).toBeVisible();
  await page.locator("lab-stopped").getByRole("button", { name: "Add a layer" }).click();
  await bench.trainTo(20_000);
  expect((await bench.look()).train.right).toBe(4);
  await expect(done.filter({ hasText: "Add a layer to it" })).toBeVisible();
});

test("formulas have indices, and the numbers of their equations", async ({ open, page }) => {
  await page.setViewportSize({ width: 1440, height: 1000 });
  const bench = await open();
  await bench.button("Chapter 2").click();
  const hard = page.locator(".formula", { hasText: "hard" });
  await expect(hard.locator("sub")).toHaveText(["hard", "i", "i"]);
  await expect(hard.locator("span").last()).toHaveText("(2)");
});

test("an open chapter leaves a resting page at rest", async ({ open, page }) => {
  await page.setViewportSize({ width: 1440, height: 1000 });
  const bench = await open();
  await bench.button("Chapter 1").click();
  await expect(page.getByRole("heading", { name: "Predict first" })).toBeVisible();
  await page.waitForTimeout(500);
  const frames = await bench.withLab(async (lab) => {
    const seen = new Set<object>();
    for (let i = 0; i < 20; i++) {
      seen.add(lab.frame.value);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return seen.size;
  });
  expect(frames).toBeLessThan(4);
});

test("axe finds nothing, and nothing overflows", async ({ open, page }) => {
  const bench = await open();
  for (const screen of [wideAndLight, narrowAndDark]) {
    await showOn(page, screen);
    if (screen === narrowAndDark) await bench.button("Chapters").click();
    for (const chapter of ["Chapter 1", "Chapter 2"]) {
      await bench.button(chapter).click();
      await expect(page.locator("lab-lesson").getByRole("heading", { name: "Predict first" })).toBeVisible();
      await axeFindsNothing(page);
      await nothingOverflows(page, page.locator("lab-chapters"));
    }
  }
});
