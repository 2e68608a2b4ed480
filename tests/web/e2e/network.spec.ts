/** The network's picture as a place to work: layers and neurons added and removed, weights dragged and typed. */
import type { Locator, Page } from "@playwright/test";
import { type Bench, expect, test } from "./bench";

const sizes = async (bench: Bench) => (await bench.describe()).layers.map(({ neurons }) => neurons);
const parameter = async (bench: Bench, index: number) => (await bench.look({ parameters: true })).parameters![index];
const inPicture = (page: Page, name: string) => page.locator("lab-network").getByRole("button", { name, exact: true });

/** Drags along a slider, from one share of its length to another. */
async function slide(page: Page, slider: Locator, from: number, to: number) {
  const { x, y, width, height } = (await slider.boundingBox())!;
  const at = (share: number) => [x + 8 + share * (width - 16), y + height / 2] as const; // half a thumb at either end
  await page.mouse.move(...at(from));
  await page.mouse.down();
  await page.mouse.move(...at((from + to) / 2));
  await page.mouse.move(...at(to));
  await page.mouse.up();
}

test("layers and neurons are added and removed in the picture, to six layers", async ({ open, page }) => {
  const bench = await open();
  expect(await sizes(bench)).toEqual([4, 3, 1]);
  await inPicture(page, "Add a neuron to layer 2").click();
  await expect.poll(() => sizes(bench)).toEqual([5, 3, 1]);
  await inPicture(page, "Remove a neuron from layer 3").click();
  await expect.poll(() => sizes(bench)).toEqual([5, 2, 1]);
  for (let layers = 3; layers <= 6; layers++) {
    await inPicture(page, `Add a layer after layer ${layers}`).click();
    await expect.poll(async () => (await sizes(bench)).length).toBe(layers + 1);
  }
  await expect(inPicture(page, "Add a layer after layer 7")).toBeDisabled();
  await inPicture(page, "Remove layer 2").click();
  await expect.poll(() => sizes(bench)).toEqual([2, 2, 2, 2, 2, 1]);
  await bench.trainTo(20);
  await bench.button("Undo").click();
  await expect.poll(() => sizes(bench)).toEqual([5, 2, 2, 2, 2, 2, 1]);
});

test("a layer of 256 neurons is typed, and trains; more are refused in a sentence", async ({ open, page }) => {
  const bench = await open();
  const first = page.getByRole("textbox", { name: "Layer 2" });
  await first.fill("256");
  await first.press("Enter");
  await expect.poll(() => sizes(bench)).toEqual([256, 3, 1]);
  await bench.step();
  await expect.poll(() => bench.stepNumber()).toBe(1);
  await first.fill("257");
  await first.press("Enter");
  await expect(page.getByText("Layer 2: Number of neurons must be from 1 to 256, not “257”.")).toBeVisible();
  expect(await sizes(bench)).toEqual([256, 3, 1]);
});

for (const model of ["Fisher", "Perceptron"]) {
  test(`a layer is added to ${model} in the picture: the rule is given up, said, and undone in one`, async ({
    open,
    page,
  }) => {
    const bench = await open();
    await bench.button(model).click();
    await expect.poll(() => sizes(bench)).toEqual([1]);
    await inPicture(page, "Add a layer after layer 1").click();
    await expect.poll(() => sizes(bench)).toEqual([4, 1]);
    await expect(page.locator("lab-notice p")).toHaveText(
      "Changed with it: Rule → gradient descent, First weights → Glorot (Xavier). Undo takes it all back.",
    );
    await bench.button("Undo").click();
    await expect.poll(() => sizes(bench)).toEqual([1]);
    expect((await bench.describe()).spec.learner.rule).toBe(model.toLowerCase());
  });
}

test("a bias is dragged away from 0: one step of undo", async ({ open, page }) => {
  const bench = await open();
  const { biases } = (await bench.describe()).layers[0];
  expect(await parameter(bench, biases)).toBe(0);
  await inPicture(page, "neuron 1 of layer 2").click();
  const slider = page.getByRole("slider", { name: "b²₁, by sliding" });
  await slide(page, slider, 0.5, 0.75);
  await expect.poll(() => parameter(bench, biases)).toBeCloseTo(1, 1);
  await page.keyboard.press("Escape");
  await bench.button("Undo").click();
  await expect.poll(() => parameter(bench, biases)).toBe(0);
  await expect(bench.button("Undo")).toBeDisabled();
});

test("weights typed and stepped while it trains stand in the journal, and replay to the same bits", async ({
  open,
  page,
}) => {
  const bench = await open();
  await bench.train();
  await expect.poll(() => bench.stepNumber()).toBeGreaterThan(20);
  await inPicture(page, "neuron 2 of layer 2").click();
  const weight = page.getByRole("textbox", { name: "w²₂₁" });
  await weight.fill("−1,25");
  await weight.press("Enter");
  await weight.press("Shift+ArrowUp");
  await slide(page, page.getByRole("slider", { name: "b²₂, by sliding" }), 0.5, 0.8);
  await weight.fill("heavy");
  await weight.press("Enter");
  await expect(weight).toHaveAttribute("aria-invalid", "true");
  await page.keyboard.press("Escape"); // what was typed is given up
  await page.keyboard.press("Escape"); // and the editor closed
  await inPicture(page, "neuron 1 of layer 2").click(); // looked at and left alone, a weight trains on
  await page.waitForTimeout(200);
  await page.keyboard.press("Escape");
  await bench.pause();
  await expect(bench.button("Train")).toBeVisible();
  const { document, layers } = await bench.describe();
  const changes = document.journal.map(({ change }) => change).filter((change) => change.kind === "parameter");
  const bias = layers[0].biases + 1;
  expect(changes.filter(({ index }) => index !== bias)).toEqual([
    { kind: "parameter", index: layers[0].weights + 2, value: -1.25 },
    { kind: "parameter", index: layers[0].weights + 2, value: -1.15 },
  ]);
  expect(changes.some(({ index }) => index === bias)).toBe(true);
  const [there, bits] = [await bench.stepNumber(), await bench.bits()];
  await bench.withLab((lab) => lab.seek(0));
  await bench.withLab((lab, step) => lab.seek(step), there);
  await expect.poll(() => bench.stepNumber()).toBe(there);
  expect(await bench.bits()).toBe(bits);
});

test("every weight can span the surface: past those that are listed, from the table of all weights", async ({
  open,
  page,
}) => {
  const bench = await open();
  await bench.withLab((lab) => lab.set("model.hidden", [{ neurons: 20, activation: "tanh" }]));
  await bench.button("All weights").click();
  const grid = page.getByRole("grid");
  await grid.getByRole("gridcell").first().focus();
  await page.keyboard.press("Control+End");
  await page.getByRole("button", { name: "Draw the surface of the cost across b²₂₀" }).click();
  await page.keyboard.press("ArrowLeft");
  const { biases, weights } = (await bench.describe()).layers[0];
  expect(await bench.withLab((lab) => lab.view.value.descentPair![0])).toBe(biases + 19);
  await grid.getByRole("gridcell").last().focus();
  await page.keyboard.press("ArrowLeft");
  await page.getByRole("button", { name: "Draw the surface of the cost up w²₂₀,₂" }).click();
  expect(await bench.withLab((lab) => lab.view.value.descentPair)).toEqual([biases + 19, weights + 39]);
});
