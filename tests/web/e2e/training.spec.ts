/** Training, stepping, rewinding: the same experiment gives the same bits, however one gets to a step. */
import { expect, test } from "./bench";

test("opens on two-class points and a small network, ready", async ({ open }) => {
  const bench = await open();
  const { table, layers } = await bench.describe();
  expect(table.classes).toHaveLength(2);
  expect(layers.length).toBeGreaterThan(1);
  expect(await bench.stepNumber()).toBe(0);
});

test("one press on Train brings the moons to over 95 %", async ({ open }) => {
  const bench = await open();
  await bench.withLab((lab) => lab.show({ speed: "full" }));
  await bench.train();
  await expect.poll(async () => (await bench.look()).train.accuracy, { timeout: 30_000 }).toBeGreaterThan(0.95);
  await bench.pause();
  await expect(bench.button("Train")).toBeVisible();
});

test("rewinds to the very same first weights, and trains to the same bits again", async ({ open }) => {
  const bench = await open();
  const first = await bench.bits();
  await bench.trainTo(500);
  const there = await bench.stepNumber();
  const trained = await bench.bits();
  expect(trained).not.toBe(first);
  await bench.rewind();
  await expect.poll(() => bench.stepNumber()).toBe(0);
  expect(await bench.bits()).toBe(first);
  await bench.withLab((lab, step) => lab.seek(step), there);
  await expect.poll(() => bench.stepNumber()).toBe(there);
  expect(await bench.bits()).toBe(trained);
});

test("steps one update on and one back, to the same bits", async ({ open }) => {
  const bench = await open();
  await bench.step();
  await expect.poll(() => bench.stepNumber()).toBe(1);
  const one = await bench.bits();
  await bench.step();
  await expect.poll(() => bench.stepNumber()).toBe(2);
  await bench.button("Back").click();
  await expect.poll(() => bench.stepNumber()).toBe(1);
  expect(await bench.bits()).toBe(one);
});

test("steps by keys, and not while a field is being typed in", async ({ open, page }) => {
  const bench = await open();
  await page.locator("body").press("ArrowRight");
  await expect.poll(() => bench.stepNumber()).toBe(1);
  await page.locator("body").press("Home");
  await expect.poll(() => bench.stepNumber()).toBe(0);
  const rate = page
    .getByRole("textbox", { name: /Learning rate/ })
    .or(page.getByRole("spinbutton", { name: /Learning rate/ }));
  await rate.first().press("ArrowRight");
  expect(await bench.stepNumber()).toBe(0);
});

test("replays a rate that was changed on the way, at its step", async ({ open }) => {
  const bench = await open();
  await bench.trainTo(100);
  const changedAt = await bench.stepNumber();
  await bench.withLab((lab) => lab.set("learner.rate", 0.05));
  await bench.trainTo(changedAt + 200);
  const there = await bench.stepNumber();
  const trained = await bench.bits();
  await bench.withLab((lab) => lab.seek(0));
  await bench.withLab((lab, step) => lab.seek(step), there);
  await expect.poll(() => bench.stepNumber()).toBe(there);
  expect(await bench.bits()).toBe(trained);
  expect((await bench.look()).rate).toBe(0.05);
});

test("says at which step a number ceased to be finite, and goes back one", async ({ open, page }) => {
  const bench = await open();
  await bench.withLab(async (lab) => {
    await lab.open({
      spec: {
        data: { source: "plane" },
        model: { output: "linear", hidden: [] },
        cost: { error: "squaredError" },
        learner: { rate: 100, batch: 0 },
      },
    });
    lab.show({ speed: "full" });
  });
  await bench.train();
  await expect(page.getByText(/ceased to be a finite number/)).toBeVisible();
  const { stop, step } = await bench.look();
  expect(stop).toMatchObject({ kind: "notFinite" });
  await page.getByRole("button", { name: "One step back" }).click();
  await expect.poll(() => bench.stepNumber()).toBe(step - 1);
});
