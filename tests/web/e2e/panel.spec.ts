/** The Experiment panel, control by control, by its labels, while the experiment trains: each does what its label says, and
 *  training goes on, after a pause at step 0 where the control says that it begins a new run. */
import { type Bench, expect, test } from "./bench";

/** A field of the experiment in force: "learner.rate". */
const inForce = (bench: Bench, field: string) =>
  bench.withLab((lab, path) => {
    const [section, name] = path.split(".");
    return (lab.description.value.spec as unknown as Record<string, Record<string, unknown>>)[section][name];
  }, field);

/** The field has this value. What needs other points or weights has begun anew, waits at step 0, and is trained again. */
async function becomes(bench: Bench, field: string, value: unknown) {
  await expect.poll(() => inForce(bench, field), { message: field, intervals: [30] }).toEqual(value);
  if (!/^(data|model)\./.test(field)) return;
  await expect(bench.button("Train")).toBeVisible();
  expect(await bench.stepNumber()).toBe(0);
  await bench.train();
}

async function trainsOn(bench: Bench) {
  const step = await bench.stepNumber();
  await expect.poll(() => bench.stepNumber(), { intervals: [30] }).toBeGreaterThan(step);
}

const layers = (activation: string) => [
  { neurons: 4, activation },
  { neurons: 3, activation: "tanh" },
];

/** What is chosen under a label, one after the other, and what it is in the spec. */
const choices: readonly [label: string, field: string, values: Readonly<Record<string, unknown>>][] = [
  ["Rule", "learner.rule", { RMSProp: "rmsprop", Adam: "adam", "gradient descent": "gradientDescent" }],
  ["Schedule", "learner.schedule", { "in steps": "step", exponential: "exponential", cosine: "cosine" }],
  ["Batch", "learner.batch", { "all patterns": 0, "pattern by pattern": 1, "mini-batch": 10 }],
  ["Error", "cost.error", { Huber: "huber", "cross-entropy": "crossEntropy" }],
  ["Output", "model.output", { tanh: "tanh", sigmoid: "sigmoid" }],
  ["First weights", "model.initialization", { zeros: "zeros", He: "he" }],
  ["Activation of layer 2", "model.hidden", { ReLU: layers("relu"), sine: layers("sine") }],
  ["Precision", "model.precision", { "single (32 bits)": "single" }],
];

test("every control of the panel does what it says while the network trains", async ({ open, page }) => {
  const bench = await open();
  const panel = page.locator("lab-experiment");
  await bench.train();

  await test.step("the speed, by keys", async () => {
    const speed = page.getByRole("slider", { name: "Speed" });
    for (const [key, words] of [
      ["Home", "1 step/s"],
      ["ArrowRight", "4 steps/s"],
      ["End", "full speed"],
      ["ArrowLeft", "240 epochs/s"],
    ]) {
      await speed.press(key);
      await expect(speed).toHaveAttribute("aria-valuetext", words);
    }
    expect(await bench.withLab((lab) => lab.view.value.speed)).toEqual({ unit: "epoch", perSecond: 240 });
    await trainsOn(bench);
  });

  await test.step("every choice", async () => {
    for (const [label, field, values] of choices) {
      const control = panel.getByRole("combobox", { name: label });
      for (const [shown, value] of Object.entries(values)) {
        await control.selectOption({ label: shown });
        await becomes(bench, field, value);
      }
      await trainsOn(bench);
    }
    await panel.getByRole("combobox", { name: "Rule" }).press("ArrowDown");
    await becomes(bench, "learner.rule", "momentum");
    await trainsOn(bench);
  });

  await test.step("features", async () => {
    const square = panel.getByRole("group", { name: "Features" }).getByRole("button", { name: "x₁²" });
    await square.click();
    await becomes(bench, "model.features", ["x1", "x2", "x1^2"]);
    await expect(square).toHaveAttribute("aria-pressed", "true");
    await expect(panel.getByText("3 – 4 – 3 – 1")).toBeVisible();
    await square.press("Space");
    await becomes(bench, "model.features", ["x1", "x2"]);
    await trainsOn(bench);
  });

  await test.step("a third class of the palette", async () => {
    await page.getByRole("radio", { name: "Draw" }).click();
    await page.getByRole("radio", { name: "Class B" }).press("ArrowRight");
    await expect(page.getByRole("radio", { name: "New class" })).toBeChecked();
    await page.locator("lab-plane .picture").click({ position: { x: 60, y: 60 } });
    await expect(page.getByRole("radio", { name: "Class C" })).toBeChecked();
    const { table } = await bench.describe();
    expect([table.classes, table.targets.at(-1)]).toEqual([["A", "B", "C"], 2]);
    await bench.button("Use softmax").click();
    await becomes(bench, "model.output", "softmax");
    await trainsOn(bench);
  });

  await test.step("input columns, and what standardising makes of them", async () => {
    await panel.getByRole("button", { name: "Iris (Fisher 1936)" }).click();
    await bench.train();
    const inputs = panel.getByRole("group", { name: "Inputs" });
    await inputs.getByRole("button", { name: "sepal length (cm)" }).click();
    await becomes(bench, "data.inputs", [1, 2, 3]);
    await expect(panel.getByRole("listitem")).toHaveText(await standardised(bench));
    const standardise = panel.getByRole("switch", { name: "Standardise inputs" });
    await standardise.press("Space");
    await becomes(bench, "data.standardize", false);
    await expect(panel.getByText(/less its mean over the training points/)).toHaveCount(0);
    await expect(panel.getByRole("listitem")).toHaveCount(0);
    await standardise.click();
    await becomes(bench, "data.standardize", true);
    await expect(panel.getByText(/less its mean over the training points/)).toBeVisible();
    await inputs.evaluate((chips) => {
      for (const chip of [...chips.querySelectorAll("button")].slice(1, 3)) chip.click(); // faster than the engine answers
    });
    await becomes(bench, "data.inputs", [3]);
    await inputs.getByRole("button", { name: "petal width (cm)" }).click();
    await expect(page.getByText("A model needs at least one input.")).toBeVisible();
    expect(await inForce(bench, "data.inputs")).toEqual([3]);
    await trainsOn(bench);
  });
});

/** Mean and standard deviation of each input over the training points, as the panel says them. */
async function standardised(bench: Bench): Promise<string[]> {
  const { table, spec } = await bench.describe();
  const training = [...table.test.keys()].filter((row) => table.test[row] === 0);
  return spec.data.inputs.map((column) => {
    const values = training.map((row) => table.values[row * table.columns.length + column]);
    const mean = values.reduce((sum, value) => sum + value) / values.length;
    const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
    return `${table.columns[column]}: (x − ${Number(mean.toPrecision(3))}) / ${Number(deviation.toPrecision(3))}`;
  });
}
