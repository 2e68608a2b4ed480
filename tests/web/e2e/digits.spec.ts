/** Every digit of the models of one layer beside the headless API's, loaded in node with the very document of the page. */
import type { Locator, Page } from "@playwright/test";
import { formatCount, formatNumber, formatPercent, parseNumber } from "../../../web/controls/numbers";
import type { Experiment, Laboratory } from "../../../web/engine/headless";
import type { PartialSpec } from "../../../web/engine/protocol";
import type { InstrumentName } from "../../../web/state/view";
import { toData, toShape, windowAround } from "../../../web/views/planeSpace";
import { type Bench, expect, test } from "./bench";

const api = new URL("../../../dist/backprop-lab.js", import.meta.url).href;
let laboratory: Laboratory;

test.beforeAll(async () => {
  laboratory = await ((await import(api)) as { load(): Promise<Laboratory> }).load();
});

const perceptron: PartialSpec = {
  model: { hidden: [], output: "step", initialization: "zeros" },
  cost: { error: "perceptron" },
  learner: { rule: "perceptron", rate: 0.4, batch: 1, shuffle: false },
};
const logistic: PartialSpec = { model: { hidden: [], initialization: "zeros" }, learner: { rate: 0.3, batch: 10 } };

/** Opens a spec on the page, trains so many steps, shows an instrument. @returns its panel */
async function show(bench: Bench, spec: PartialSpec, instrument: InstrumentName, steps: number): Promise<Locator> {
  await bench.withLab(
    async (lab, [given, name, count]) => {
      await lab.open({ spec: given }, { instrument: name });
      await lab.run(() => lab.engine.step("update", count));
    },
    [spec, instrument, steps] as const,
  );
  const panel = bench.page.locator(`#panel-${instrument}`);
  await expect(panel).toBeVisible();
  return panel;
}

/** The same experiment in node. */
async function twin(bench: Bench): Promise<Experiment> {
  return laboratory.open((await bench.describe()).document);
}

const row = (panel: Locator, name: string | RegExp) => panel.getByRole("row", { name });
const cells = (line: Locator) => line.getByRole("cell");
const degrees = (direction: Float64Array) =>
  `${formatNumber((Math.atan2(direction[1], direction[0]) * 180) / Math.PI, { digits: 1 })}°`;

test("projection: direction, thresholds, scatter ratio, likelihood, and every bar of the histogram", async ({
  open,
}) => {
  const bench = await open();
  const panel = await show(bench, { data: { source: "gaussians", noise: 0.3 }, ...logistic }, "projection", 120);
  const core = await twin(bench);
  const { discriminant, train, answer } = core.frame({ discriminant: { bins: 32 }, answer: true });
  const { here, optimum, count, counts } = discriminant!;
  await expect(cells(row(panel, /^scatter ratio/))).toHaveText(
    [here, optimum].map(({ scatterRatio }) => formatNumber(scatterRatio)),
  );
  await expect(cells(row(panel, /^angle/))).toHaveText([here, optimum].map(({ direction }) => degrees(direction)));
  await expect(cells(row(panel, /^midpoint/))).toHaveText(
    [here, optimum].map(({ threshold }) => formatNumber(threshold)),
  );
  await expect(cells(row(panel, /^right there/).first())).toHaveText([
    `${here.right} / ${count}`,
    `${optimum.right} / ${count}`,
  ]);
  const [w1, w2, b] = answer!;
  const sign = Math.sign(w1 * here.direction[0] + w2 * here.direction[1]);
  await expect(cells(row(panel, /^threshold/)).first()).toHaveText(formatNumber((-b / Math.hypot(w1, w2)) * sign));
  await expect(cells(row(panel, /^right there/).last()).first()).toHaveText(`${train.right} / ${count}`);
  await expect(panel.getByText("ln likelihood")).toContainText(formatNumber(-train.error * train.count));
  const bars = await panel.locator("rect title").allTextContents();
  const expected = [...counts].flatMap((many, i) => (many > 0 ? [`${i < 32 ? "A" : "B"}: ${many}`] : []));
  expect(bars).toEqual(expected);
  expect(await panel.locator(".onCurve").count()).toBe(count);
  core.dispose();
});

test("projection: u turned by keys and by hand, its numbers the core's", async ({ open, page }) => {
  const bench = await open();
  const panel = await show(bench, { data: { source: "gaussians", noise: 0.3 }, ...logistic }, "projection", 120);
  const arrow = panel.getByRole("slider", { name: "Arrow u" });
  const core = await twin(bench);
  const angleNow = async () => parseNumber((await arrow.getAttribute("aria-valuetext"))!.replace("°", ""))!;
  const agrees = async () => {
    const angle = (await cells(row(panel, /^angle/))
      .first()
      .textContent())!;
    const turned = (parseNumber(angle.replace("°", ""))! * Math.PI) / 180;
    const { here } = core.frame({ discriminant: { bins: 1, direction: [Math.cos(turned), Math.sin(turned)] } })
      .discriminant!;
    const ratio = parseNumber(
      (await cells(row(panel, /^scatter ratio/))
        .first()
        .textContent())!,
    )!;
    expect(Math.abs(ratio - here.scatterRatio)).toBeLessThan(3e-4); // the angle is read to a tenth of a degree
  };
  const { here } = core.frame({ discriminant: { bins: 1 } }).discriminant!;
  await expect(arrow).toHaveAttribute("aria-valuetext", degrees(here.direction));
  const before = await angleNow();
  await arrow.focus();
  await page.keyboard.press("ArrowRight");
  await expect.poll(angleNow).toBeCloseTo(before + 1, 0);
  await agrees();
  await expect(row(panel, /^threshold/)).toHaveCount(0); // u is not w: the model's threshold lies elsewhere
  await expect(panel.getByText("the middle decides")).toBeVisible();
  await drag(page, arrow, 0.5, -0.4);
  await expect.poll(async () => Math.abs(Math.abs(await angleNow()) - 90)).toBeLessThan(1);
  await agrees();
  await panel.getByRole("button", { name: "u along w" }).click();
  await expect.poll(angleNow).toBeCloseTo(before, 1);
  core.dispose();
});

/** From the middle of an element to a place in it, in shares of its size. */
async function drag(page: Page, on: Locator, x: number, y: number): Promise<void> {
  await on.scrollIntoViewIfNeeded();
  const box = (await on.boundingBox())!;
  await page.mouse.move(box.x + box.width * 0.7, box.y + box.height * 0.5);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * x, box.y + box.height * (0.5 + y), { steps: 4 });
  await page.mouse.up();
}

test("one pattern: each addend, ŷ, y − ŷ, what is added, and the weights after it, by keyboard", async ({
  open,
  page,
}) => {
  const bench = await open();
  const panel = await show(bench, { data: { source: "moons" }, ...perceptron }, "pattern", 0);
  for (let mistakes = 1; mistakes <= 3; mistakes++) {
    await panel.getByRole("button", { name: "To the next mistake" }).focus();
    await page.keyboard.press("Enter");
    const arrived = async () => {
      const { pattern } = await bench.look({ pattern: true });
      return [pattern!.mistakes, pattern!.mistaken]; // on the way there, what comes next is right
    };
    await expect.poll(arrived).toEqual([mistakes, true]);
    const core = await twin(bench);
    const { pattern, parameters } = core.frame({ pattern: true, parameters: true });
    const { x, y, z, outputs, factor, change, after, zAfter } = pattern!;
    const [w1, w2, b] = parameters!;
    const products = [w1, w2].map((w, k) => `(${formatNumber(w)})·(${formatNumber(x[k])})`);
    await expect(panel.locator(".term")).toHaveText(
      [products[0], `+ ${products[1]}`, `+ (${formatNumber(b)})`, `≈ ${formatNumber(z[0])}`],
      { useInnerText: true },
    );
    const signed = (value: number) => formatNumber(value, { digits: 0, signed: true });
    await expect(panel.getByText(`so y = ${signed(y[0])}`)).toBeVisible();
    await expect(panel.locator(".sum").nth(1)).toContainText(`= ${signed(outputs[0])}`);
    await expect(panel.locator(".sum").nth(2)).toContainText(`= ${signed(factor[0])}, η = ${core.frame().rate}`);
    await expect(cells(row(panel, /^now/))).toHaveText([...parameters!].map((value) => formatNumber(value)));
    await expect(cells(row(panel, /^\+ η/))).toHaveText([...change].map((v) => formatNumber(v, { signed: true })));
    await expect(cells(row(panel, /^then/))).toHaveText([...after].map((value) => formatNumber(value)));
    await expect(panel.locator(".verdict")).toContainText(formatNumber(zAfter[0]));
    await linesAreWhere(panel.locator("line.line"), core, [parameters!, after]);
    core.dispose();
  }
  const before = await bench.stepNumber();
  await panel.getByRole("button", { name: "Look at it" }).focus();
  await page.keyboard.press("Space");
  await expect.poll(() => bench.stepNumber()).toBe(before + 1);
});

/** The ends of each line, brought back from the picture, have z = 0 with the weights that the line is of. */
async function linesAreWhere(lines: Locator, core: Experiment, thetas: Float64Array[]): Promise<void> {
  const side = 220;
  const { ranges } = core.describe();
  const space = toShape(windowAround(ranges, [0, 1]), side, side);
  const drawn = thetas.filter(([w1, w2]) => Math.hypot(w1, w2) > 0);
  await expect(lines).toHaveCount(drawn.length);
  for (const [i, [w1, w2, b]] of drawn.entries()) {
    for (const end of [1, 2]) {
      const [px, py] = await Promise.all(["x", "y"].map((axis) => lines.nth(i).getAttribute(`${axis}${end}`)));
      const [x, y] = toData(space, Number(px), Number(py));
      expect(Math.abs(w1 * x + w2 * y + b) / Math.hypot(w1, w2)).toBeLessThan(1e-9);
    }
  }
}

test("both costs of the perceptron, now and at a step pointed at by keys", async ({ open, page }) => {
  const bench = await open();
  const panel = await show(bench, { data: { source: "xor" }, ...perceptron }, "cost", 200);
  const core = await twin(bench);
  const { soft, hard } = core.costs().train;
  await expect(cells(row(panel, /^soft/)).first()).toHaveText(formatNumber(soft!));
  await expect(cells(row(panel, /^hard/)).first()).toHaveText(formatCount(hard!));
  await panel.getByRole("slider", { name: "Curve over the steps of training" }).focus();
  await page.keyboard.press("Home");
  for (let i = 0; i < 3; i++) await page.keyboard.press("ArrowRight");
  const { trainSoft, trainHard } = core.history();
  await expect(cells(row(panel, /^soft/)).first()).toHaveText(formatNumber(trainSoft[3]));
  await expect(cells(row(panel, /^hard/)).first()).toHaveText(formatCount(trainHard[3]));
  // The other cost is drawn too: ink beside the violet.
  await expect(panel.locator(".sample.other")).toBeVisible();
  core.dispose();
});

test("confusion and accuracy under a linear model", async ({ open }) => {
  const bench = await open();
  const panel = await show(bench, { data: { source: "moons" }, ...logistic }, "scores", 60);
  const core = await twin(bench);
  const { counts, accuracy } = core.confusion()!.train;
  const table = panel.locator("section").first();
  await expect(table.locator("td.cell")).toHaveText([...counts].map((many) => formatCount(many)));
  await expect(table.locator(".accuracy")).toContainText(formatPercent(accuracy));
  core.dispose();
});
