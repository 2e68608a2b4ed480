/** The instruments' numbers are the core's, to the digit; and what one does on them. */
import { formatNumber, formatPercent } from "../../../web/controls/numbers";
import type { Experiment } from "../../../web/engine/headless";
import { type Bench, expect, test } from "./bench";

/** The same experiment through the headless API, at the same step. */
async function headless(bench: Bench): Promise<Experiment> {
  const { load } = await import("../../../dist/backprop-lab.js" as string);
  const { document } = await bench.describe();
  return (await load()).open({ ...document, step: await bench.stepNumber() });
}

const panelOf = async (bench: Bench, name: string) => {
  await bench.frame.getByRole("tab", { name }).click();
  const panel = bench.frame.getByRole("tabpanel", { name });
  await expect(panel).toBeVisible();
  return panel;
};

test("Cost: dragging along the curve goes to the step there, and keys to the recorded steps", async ({
  open,
  page,
}) => {
  const bench = await open();
  await bench.trainTo(400);
  const plot = page.getByRole("slider", { name: "Curve over the steps of training" });
  const { x, y, width, height } = (await plot.boundingBox())!;
  await page.mouse.move(x + width * 0.8, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width * 0.6, y + height / 2, { steps: 4 });
  await page.mouse.move(x + 8, y + height / 2, { steps: 8 });
  await page.mouse.up();
  await expect.poll(() => bench.stepNumber()).toBe(0);
  await plot.focus();
  await page.keyboard.press("End");
  const recorded = Number(await plot.getAttribute("aria-valuenow"));
  expect(recorded).toBeGreaterThan(300);
  expect(await bench.stepNumber()).toBe(0); // pointed at, not gone to
  await page.keyboard.press("Enter");
  await expect.poll(() => bench.stepNumber()).toBe(recorded);
});

test("Descent: the pair is chosen, and its numbers are the headless API's", async ({ open }) => {
  const bench = await open();
  await bench.trainTo(100);
  const panel = await panelOf(bench, "Descent");
  await panel.getByRole("combobox", { name: "across" }).selectOption({ label: "w²₃₁" });
  await panel.getByRole("combobox", { name: "up" }).selectOption({ label: "b³₁" });
  const { layers } = await bench.describe();
  const [across, up] = [layers[0].weights + 4, layers[1].biases];
  expect(await bench.withLab((lab) => lab.view.value.descentPair)).toEqual([across, up]);
  const experiment = await headless(bench);
  const [weights, gradient] = [experiment.weights(), experiment.gradient()];
  for (const [name, index] of [
    ["w²₃₁", across],
    ["b³₁", up],
  ] as const) {
    const cells = panel.getByRole("row", { name: new RegExp(`^${name}`) }).getByRole("cell");
    await expect(cells.nth(0)).toHaveText(formatNumber(weights[index]));
    await expect(cells.nth(1)).toHaveText(formatNumber(-gradient[index]));
  }
  await expect(panel.getByRole("row", { name: /^J/ })).toContainText(formatNumber(experiment.costs().train.cost));
  await panel.getByRole("combobox", { name: "up" }).selectOption({ label: "w²₃₁" }); // the two change places
  expect(await bench.withLab((lab) => lab.view.value.descentPair)).toEqual([up, across]);
});

test("Scores: counts and shares are the headless API's", async ({ open }) => {
  const bench = await open();
  await bench.trainTo(100);
  const panel = await panelOf(bench, "Scores");
  const experiment = await headless(bench);
  const { train } = experiment.confusion()!;
  const table = panel.getByRole("table").first();
  for (const [row, name] of ["A", "B"].entries()) {
    const cells = table.getByRole("row", { name: new RegExp(`^${name} `) }).getByRole("cell");
    await expect(cells.nth(0)).toHaveText(String(train.counts[2 * row]));
    await expect(cells.nth(1)).toHaveText(String(train.counts[2 * row + 1]));
    await expect(cells.nth(2)).toContainText(formatPercent(train.recall[row]));
  }
  await expect(table.getByRole("row", { name: /^precision/ })).toContainText(formatPercent(train.precision[0]));
  await expect(panel.getByRole("heading", { name: /^Training points/ })).toContainText(
    formatPercent(experiment.score("train")!),
  );
});

test("Scores: points of one class are told from a class that is not there yet", async ({ open }) => {
  const bench = await open();
  await bench.withLab((lab) =>
    lab.open({
      spec: {
        data: {
          source: "table",
          table: { columns: ["x1", "x2"], values: [0, 0, 1, 1], targets: [0, 0], classes: ["cat"], test: [0, 0] },
        },
      },
    }),
  );
  const panel = await panelOf(bench, "Scores");
  const cells = panel.getByRole("row", { name: /^cat/ }).getByRole("cell");
  await expect(cells.nth(2)).toContainText(/[012] \/ 2/);
  await expect(panel.getByRole("row", { name: /^B/ })).toContainText("0 / 0");
  await bench.trainTo(20);
});

test("Scores: the errors of numbers to fit are the headless API's", async ({ open }) => {
  const bench = await open();
  await bench.button("a plane to fit").click();
  await bench.trainTo(50);
  const panel = await panelOf(bench, "Scores");
  const experiment = await headless(bench);
  const { train, test: held } = experiment.costs();
  const scores = [experiment.score("train"), experiment.score("test")];
  const row = (name: RegExp) => panel.getByRole("row", { name }).getByRole("cell");
  for (const [column, costs] of [train, held!].entries()) {
    await expect(row(/^points/).nth(column)).toHaveText(String(costs.count));
    await expect(row(/^error: mean of ½/).nth(column)).toHaveText(formatNumber(costs.error));
    await expect(row(/^mean square/).nth(column)).toHaveText(formatNumber(2 * costs.error));
    await expect(row(/^its root/).nth(column)).toHaveText(formatNumber(Math.sqrt(2 * costs.error)));
    await expect(row(/^R²/).nth(column)).toHaveText(formatNumber(scores[column]!));
  }
});

test("on a phone the chosen instrument's tab is in sight, also when it was chosen elsewhere", async ({
  open,
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const bench = await open();
  await bench.withLab((lab) => lab.show({ instrument: "compare" }));
  await page.getByRole("navigation").getByRole("button", { name: "Compare" }).click();
  await expect(page.getByRole("tab", { name: "Compare" })).toBeInViewport({ ratio: 0.9 });
});
