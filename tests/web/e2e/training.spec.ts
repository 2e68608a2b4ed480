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

test("reads under the pointer what the network answers there, while it trains and after", async ({ open, page }) => {
  const bench = await open();
  const picture = page.locator("lab-plane .picture");
  const readout = page.locator("lab-plane .readout .number");
  await bench.train();
  const point = () => picture.hover({ position: { x: 100, y: 200 } });
  await point();
  for (let i = 0; i < 3; i++) {
    const before = (await readout.last().textContent())!;
    expect(before).toMatch(/≈ 0\.\d/);
    await expect(readout.last()).not.toHaveText(before);
  }
  await bench.pause();
  await expect(bench.button("Train")).toBeVisible();
  await point();
  const read = async () => {
    const [across, up, answer] = await readout.allTextContents();
    const [x, y] = [across, up].map((text) => Number(/[−-]?[\d.]+$/.exec(text)![0].replace("−", "-")));
    return { x, y, answer: Number(/≈ ([\d.]+)/.exec(answer)![1]) };
  };
  await expect
    .poll(async () => {
      const { x, y, answer } = await read();
      const held = new Float64Array(2);
      const around = (at: number): [number, number] => [at - 1e-6, at + 1e-6];
      const field = { columns: [0, 1] as [number, number], x: around(x), y: around(y), held, width: 1, height: 1 };
      const there = await bench.withLab(
        async (lab, wanted) => (await lab.engine.frame({ field: wanted })).field![0],
        field,
      );
      return Math.abs(there - answer);
    })
    .toBeLessThan(0.02); // the picture's cells, and two decimals of the place
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
  const card = page.locator("lab-stopped");
  await expect(card.getByRole("heading", { level: 2 })).toHaveText(
    /^At step \d+ the cost ceased to be a finite number$/,
  );
  const { stop, step, train } = await bench.look();
  expect(stop).toEqual({ kind: "notFinite", step, quantity: "cost" });
  expect(train.cost).toBe(Number.POSITIVE_INFINITY);
  await expect(card.getByRole("heading", { level: 2 })).toContainText(`At step ${step} `);
  await expect(card.getByRole("heading", { level: 3 })).toHaveText("Why it may be");
  await expect(card.getByRole("listitem")).toHaveText([
    /^The learning rate α = 100 may be too large\./,
    /^Nothing bounds what linear gives/,
    /^No clipping is set/,
  ]);
  await card.getByRole("button", { name: "One step back" }).click();
  await expect.poll(() => bench.stepNumber()).toBe(step - 1);
  expect((await bench.look()).train.cost).toBeLessThan(Number.POSITIVE_INFINITY);
  await expect(card.getByRole("heading")).toHaveCount(0);
  await bench.step();
  await expect.poll(() => bench.stepNumber()).toBe(step);
  await card.getByRole("button", { name: "Halve the rate and rewind" }).click();
  await expect.poll(async () => (await bench.look()).rate).toBe(50);
  expect(await bench.stepNumber()).toBe(0);
});

/** A linear unit on the one point x = 10⁹, y = 0, whose weight is the last that its precision can hold the cost of. */
const onTheBrink = (precision: "double" | "single", rate: number) => ({
  spec: {
    data: { source: "table", table: { columns: ["x"], values: [1e9], targets: [0] }, inputs: [0] },
    model: { features: ["x1^2"], hidden: [], output: "linear", precision },
    cost: { error: "squaredError" },
    learner: { rate, batch: 0 },
  },
});

test("says which weight ceased to be finite", async ({ open, page }) => {
  const bench = await open();
  await bench.withLab(
    async (lab, document) => {
      await lab.open(document);
      await lab.change({ kind: "parameter", index: 0, value: 1 });
    },
    onTheBrink("single", 1000),
  );
  await bench.step();
  await expect(page.locator("lab-stopped h2")).toHaveText("At step 1 w²₁₁ ceased to be a finite number");
});

test("says where weights are finite and their cost is not, in either precision", async ({ open, page }) => {
  const bench = await open();
  const card = page.locator("lab-stopped");
  const overflow = async (precision: "double" | "single", limit: string) => {
    await expect(card.getByRole("heading")).toHaveText(/^At step \d+ the cost is too large for a number$/);
    await expect(card.locator("p")).toContainText(limit);
    expect((await bench.look()).train.cost).toBe(Number.POSITIVE_INFINITY);
    expect((await bench.describe()).spec.model.precision).toBe(precision);
  };
  await bench.withLab(
    async (lab, document) => {
      await lab.open(document);
      await lab.change({ kind: "parameter", index: 0, value: 1e9 });
    },
    onTheBrink("single", 1),
  );
  await overflow("single", "32 bits can hold, about 3.4 × 10³⁸.");
  await bench.withLab(async (lab, document) => lab.open(document), onTheBrink("double", 1));
  await expect(card.getByRole("heading")).toHaveCount(0);
  await bench.withLab(async (lab) => {
    await lab.change({ kind: "parameter", index: 0, value: 1 });
    await lab.change({ kind: "movePoints", rows: [0], values: [1] });
    await lab.set("learner.rate", 1e6);
    await lab.engine.step("update", 24);
    lab.refresh();
  });
  await expect.poll(() => bench.stepNumber()).toBe(24);
  await bench.withLab((lab) => lab.change({ kind: "movePoints", rows: [0], values: [1e9] }));
  await overflow("double", "64 bits can hold, about 1.8 × 10³⁰⁸.");
});
