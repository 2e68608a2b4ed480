/** Models of one layer on the page: chosen by name, their numbers those of the core, and the ways on. */
import { formatNumber } from "../../../web/controls/numbers";
import { type Bench, expect, test } from "./bench";
import { axeFindsNothing, narrowAndDark, nothingOverflows, showOn, wideAndLight } from "./screens";

const tab = async (bench: Bench, name: string) => {
  await bench.frame.getByRole("tab", { name }).click();
  await expect(bench.frame.getByRole("tabpanel", { name })).toBeVisible();
};

/** As the page writes it. */
const shown = (value: number) => formatNumber(value);

test("Fisher's formula is there after one step, and nothing turned by hand is better", async ({ open, page }) => {
  const bench = await open();
  await bench.button("Fisher").click();
  await tab(bench, "Projection");
  await bench.train();
  await expect(page.getByText("the formula gives the line at once")).toBeVisible();
  const panel = page.getByRole("tabpanel", { name: "Projection" });
  const { discriminant } = await bench.look({ discriminant: { bins: 8 } });
  const best = discriminant!.optimum.scatterRatio;
  await expect(panel.getByRole("row", { name: /scatter ratio/ })).toContainText(shown(best));
  expect(discriminant!.here.scatterRatio).toBeCloseTo(best, 12);
  expect([...discriminant!.counts].reduce((sum, count) => sum + count)).toBe(150);
  for (let angle = 0; angle < 3; angle += 0.25) {
    const direction = [Math.cos(angle), Math.sin(angle)];
    const turned = await bench.look({ discriminant: { bins: 8, direction } });
    expect(turned.discriminant!.here.scatterRatio).toBeLessThanOrEqual(best * (1 + 1e-12));
  }
  const angle = panel.getByRole("textbox", { name: "Direction u" });
  await angle.fill("30");
  await angle.press("Enter");
  await expect(panel.getByRole("row", { name: /angle/ })).toContainText("30.0°");
});

test("one pattern after the other, each number the core's", async ({ open, page }) => {
  const bench = await open();
  await bench.button("Perceptron").click();
  await tab(bench, "One pattern");
  const panel = page.getByRole("tabpanel", { name: "One pattern" });
  for (let mistakes = 1; mistakes <= 3; mistakes++) {
    await panel.getByRole("button", { name: "To the next mistake" }).click();
    await expect
      .poll(async () => {
        const { pattern } = await bench.look({ pattern: true });
        return pattern!.mistaken && pattern!.mistakes;
      })
      .toBe(mistakes);
    const { pattern, parameters } = await bench.look({ pattern: true, parameters: true });
    await expect(panel.getByText(`Next: point ${pattern!.row + 1},`)).toBeVisible();
    await expect(panel.locator(".mark")).toHaveText(shown(pattern!.z[0]));
    await expect(panel.getByRole("row", { name: /^now/ })).toContainText(shown(parameters![0]));
    await expect(panel.getByRole("row", { name: /^then/ })).toContainText(shown(pattern!.after[0]));
    expect(pattern!.change[0]).toBeCloseTo(0.4 * 2 * pattern!.y[0] * pattern!.x[0], 12);
  }
  const { pattern } = await bench.look({ pattern: true });
  await panel.getByRole("button", { name: "Look at it" }).click();
  await expect.poll(async () => (await bench.look({ parameters: true })).parameters![0]).toBe(pattern!.after[0]);
});

test("the very update that leaves its point wrong is pointed out, with the rate that would do", async ({
  open,
  page,
}) => {
  const bench = await open();
  await bench.button("Perceptron").click();
  await tab(bench, "One pattern");
  const { pattern } = await bench.look({ pattern: true });
  // Weights so far on the wrong side that one update cannot do.
  const wrong = pattern!.x.map((x) => -20 * pattern!.y[0] * x);
  await bench.withLab(
    async (lab, [a, b]) => {
      await lab.change({ kind: "parameter", index: 0, value: a });
      await lab.change({ kind: "parameter", index: 1, value: b });
    },
    [...wrong] as number[],
  );
  await expect(page.getByText("one update does not put it right")).toBeVisible();
  const after = (await bench.look({ pattern: true })).pattern!;
  expect(after.stillWrong).toBe(true);
  await bench.withLab((lab, rate) => lab.set("learner.rate", rate), after.sufficientRate! * 1.001);
  await expect(page.getByText("put right.", { exact: false })).toBeVisible();
});

test("what can be separated has a bound of mistakes, what cannot is said to never end", async ({ open, page }) => {
  const bench = await open();
  await bench.withLab((lab) => lab.set("data.source", "linear"));
  await bench.button("Perceptron").click();
  await tab(bench, "One pattern");
  const { separability } = await bench.look({ separability: true });
  expect(separability!.separable).toBe(true);
  await expect(page.getByText(`at most ${Math.floor(separability!.bound).toLocaleString("en-US")} ever`)).toBeVisible();
  await bench.train();
  await expect(page.getByText("a whole epoch without a mistake")).toBeVisible();
  expect((await bench.look({ pattern: true })).pattern!.mistakes).toBeLessThanOrEqual(separability!.bound);
  await bench.withLab((lab) => lab.set("data.source", "xor"));
  await expect(page.getByText("No line separates these points: there is no bound")).toBeVisible();
});

test("the bound is said only of a run that its proof knows", async ({ open, page }) => {
  const bench = await open();
  await bench.withLab((lab) => lab.set("data.source", "linear"));
  await bench.button("Perceptron").click();
  await tab(bench, "One pattern");
  await expect(page.getByText("ever: (R/γ)²")).toBeVisible();
  await bench.withLab((lab) => lab.change({ kind: "parameter", index: 0, value: 1 }));
  await expect(page.getByText("only where no weight was set by hand")).toBeVisible();
});

test("a verdict on the points goes with them when others are opened", async ({ open, page }) => {
  const bench = await open();
  await bench.withLab((lab) => lab.set("data.source", "xor"));
  await bench.button("Perceptron").click();
  await tab(bench, "One pattern");
  await expect(page.getByText("there is no bound")).toBeVisible();
  await bench.withLab(async (lab) => {
    const { spec } = lab.description.value;
    return lab.open({ spec: { ...spec, data: { source: "linear", noise: 0 } } }, { instrument: "pattern" });
  });
  await expect(page.getByText("ever: (R/γ)²")).toBeVisible();
});

test("a perceptron on points that no line separates has two ways on, whichever instrument is open", async ({
  open,
  page,
}) => {
  const bench = await open();
  await bench.withLab((lab) => lab.set("data.source", "xor"));
  await bench.button("Perceptron").click();
  const card = page.locator("lab-stopped");
  await expect(card.getByText("never ends")).toBeHidden();
  await bench.step();
  for (const instrument of ["Cost", "Descent", "Scores", "One pattern", "Projection", "Compare"]) {
    await page.getByRole("tab", { name: instrument }).click();
    await expect(card.getByText("the perceptron never ends")).toBeVisible();
  }
  await card.getByRole("button", { name: "Keep the best (pocket)" }).focus();
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await bench.describe()).spec.learner.answer).toBe("pocket");
  await expect(card.getByText("The line shown is the pocket’s")).toBeVisible();
  await expect(card.getByRole("button")).toHaveCount(1);
  await card.getByRole("button", { name: "Add a layer" }).focus();
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await bench.describe()).layers.length).toBe(2);
  expect(await bench.rows()).toBe(200);
  await expect(card.getByText("never ends")).toBeHidden();
});

test("weights that run away are explained while a logistic unit descends, and a penalty is one press away", async ({
  open,
  page,
}) => {
  const bench = await open();
  await bench.withLab((lab) => lab.set("data.source", "linear"));
  await bench.withLab((lab) => lab.set("data.noise", 0));
  await bench.button("Logistic unit").click();
  const card = page.locator("lab-stopped");
  await bench.trainTo(300);
  await expect(card.getByText("The likelihood has no maximum")).toBeVisible();
  await card.getByRole("button", { name: "Set λ = 0.01" }).click();
  await expect(card.getByText("The likelihood has no maximum")).toBeHidden();
  expect((await bench.describe()).spec.cost.l2).toBe(0.01);
});

test("a singular S_W is said where Fisher is done, and Descent says at which bias it looks", async ({ open, page }) => {
  const bench = await open();
  await bench.withLab((lab) =>
    lab.open({
      spec: {
        data: {
          source: "table",
          table: {
            columns: ["x1", "x2"],
            values: [0, 0, 1, 1, 2, 2, 3, 3],
            classes: ["A", "B"],
            targets: [0, 0, 1, 1],
            test: [0, 0, 0, 0],
          },
        },
      },
    }),
  );
  await bench.button("Fisher").click();
  await bench.train();
  await expect(page.locator("lab-stopped").getByText("SW is singular here")).toBeVisible();
  await bench.button("Perceptron").click();
  await bench.step();
  await tab(bench, "Descent");
  const { parameters } = await bench.look({ parameters: true });
  await expect(page.getByText(`At the present b²₁ = ${shown(parameters![2])}`)).toBeVisible();
  await expect(page.getByRole("application", { name: "Cost over w²₁₁ across and w²₁₂ up" })).toBeVisible();
});

test("Projection says where it does not apply, and where it cannot be drawn", async ({ open, page }) => {
  const bench = await open();
  await tab(bench, "Projection");
  const panel = page.getByRole("tabpanel", { name: "Projection" });
  await expect(panel.getByText("That needs a model of one layer")).toBeVisible();
  await bench.button("Logistic unit").click();
  await expect(panel.getByRole("row", { name: /scatter ratio/ })).toBeVisible();
  await bench.withLab((lab) => lab.set("data.standardize", true));
  await expect(panel.getByText("Drawn where the model has the two inputs")).toBeVisible();
  await expect(panel.locator("figure")).toHaveCount(0);
  await bench.withLab((lab) => {
    const rows = [...lab.description.value.table.targets.keys()];
    return lab.change({ kind: "retarget", rows, target: 0 });
  });
  await expect(panel.getByText("That needs a model of one layer")).toBeVisible();
});

test("XOR goes round for ever, and one press takes the same points to a network", async ({ open, page }) => {
  const bench = await open();
  await bench.withLab((lab) =>
    lab.open({
      spec: {
        data: {
          source: "table",
          table: {
            columns: ["x1", "x2"],
            values: [-1, -1, 1, 1, -1, 1, 1, -1],
            classes: ["A", "B"],
            targets: [0, 0, 1, 1],
            test: [0, 0, 0, 0],
          },
        },
      },
    }),
  );
  await bench.button("Perceptron").click();
  await bench.train();
  await expect(page.getByText("it goes round for ever")).toBeVisible();
  await expect(page.getByText(/where they were (one epoch|\d+ epochs) before/)).toBeVisible();
  await page.locator("lab-stopped").getByRole("button", { name: "Add a layer" }).click();
  await expect.poll(async () => (await bench.describe()).layers.length).toBe(2);
  expect(await bench.rows()).toBe(4);
  await bench.trainTo(20_000);
  expect((await bench.look()).train.right).toBe(4);
});

test("models are chosen by keyboard, undone, and keep points that were changed by hand", async ({ open, page }) => {
  const bench = await open();
  await bench.withLab((lab) => lab.change({ kind: "addPoints", values: [0.25, 0.5], targets: [1] }));
  const logistic = bench.button("Logistic unit");
  await logistic.focus();
  await page.keyboard.press("Enter");
  await expect(logistic).toHaveAttribute("aria-pressed", "true");
  expect(await bench.rows()).toBe(201);
  expect((await bench.describe()).layers).toHaveLength(1);
  await bench.button("Undo").click();
  await expect(bench.button("Network")).toHaveAttribute("aria-pressed", "true");
  expect(await bench.rows()).toBe(201);
});

test("Newton says it when the weights would run away", async ({ open, page }) => {
  const bench = await open();
  await bench.withLab((lab) => lab.set("data.source", "linear"));
  await bench.withLab((lab) => lab.set("data.noise", 0));
  await bench.button("Logistic unit").click();
  await bench.withLab((lab) => lab.set("learner.rule", "newton"));
  await bench.withLab((lab) => lab.set("learner.rate", 1));
  await bench.train();
  await expect(page.getByText("The likelihood has no maximum")).toBeVisible();
});

for (const [model, ...instruments] of [
  ["Perceptron", "One pattern", "Descent", "Cost", "Scores"],
  ["Fisher", "Projection"],
  ["Logistic unit", "Projection", "Descent", "Cost", "Scores"],
]) {
  test(`axe finds nothing, and nothing overflows: ${model}`, async ({ open, page }) => {
    const bench = await open();
    await bench.button(model).click();
    await bench.step();
    await expect.poll(() => bench.stepNumber()).toBe(1);
    for (const instrument of instruments) {
      await showOn(page, wideAndLight);
      await tab(bench, instrument);
      await axeFindsNothing(page);
      await nothingOverflows(page);
      await showOn(page, narrowAndDark);
      await page.getByRole("navigation").last().getByRole("button").last().click();
      await expect(page.getByRole("tabpanel", { name: instrument })).toBeVisible();
      await axeFindsNothing(page);
      await nothingOverflows(page);
    }
  });
}
