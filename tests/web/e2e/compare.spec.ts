/** Compare: models side by side on the same points, each with an engine of its own. */
import { type Bench, expect, test } from "./bench";
import { axeFindsNothing, narrowAndDark, nothingOverflows, showOn, wideAndLight } from "./screens";

const add = async (bench: Bench, ...names: string[]) => {
  for (const name of names) {
    await bench.button("Add").click();
    await bench.frame.getByRole("menuitem", { name, exact: true }).click();
    await expect(bench.frame.getByRole("region", { name, exact: true })).toBeVisible();
  }
};

test("models train together on the same points, and follow them", async ({ open, page }) => {
  const bench = await open();
  await page.getByRole("tab", { name: "Compare" }).click();
  await add(bench, "Fisher", "Perceptron", "Network");
  await bench.button("One epoch each").click();
  const fisher = page.getByRole("region", { name: "Fisher", exact: true });
  await expect(fisher.getByRole("row", { name: /^cost/ })).toContainText("0.2744"); // what the bench itself says of it
  for (const name of ["Fisher", "Perceptron", "Network"])
    await expect(page.getByRole("region", { name, exact: true }).getByRole("row", { name: /^epoch/ })).toContainText(
      "1",
    );
  await bench.button("Train together").click();
  await expect(
    page.getByRole("region", { name: "Network", exact: true }).getByRole("row", { name: /^epoch/ }),
  ).toContainText(/\d\d/);
  await page.getByRole("tabpanel", { name: "Compare" }).getByRole("button", { name: "Pause" }).click();
  await bench.withLab((lab) => lab.set("data.seed", 5));
  await expect(fisher.getByRole("row", { name: /^epoch/ })).toContainText("0");
  await bench.button("One after the other").click();
  await expect(fisher.getByRole("row", { name: /^epoch/ })).toContainText("1");
  expect((await bench.look()).step).toBe(0); // the bench's own run is left alone
});

test("the four models come at one press, and their curves stand beside three columns, below four", async ({
  open,
  page,
}) => {
  const bench = await open();
  await page.getByRole("tab", { name: "Compare" }).click();
  await bench.button("Compare the four models").click();
  const column = (name: string) => page.getByRole("region", { name, exact: true });
  const curves = page.getByRole("figure");
  const below = async () => (await curves.boundingBox())!.y > (await column("Network").boundingBox())!.y;
  for (const name of ["Fisher", "Perceptron", "Logistic unit", "Network"]) await expect(column(name)).toBeVisible();
  expect(await below()).toBe(true);
  await page.getByRole("button", { name: /Take away Fisher/ }).click();
  await expect.poll(below).toBe(false);
});

test("the menu of what can be added is seen whole, though it is longer than the panel", async ({ open, page }) => {
  const bench = await open();
  await page.getByRole("tab", { name: "Compare" }).click();
  await bench.button("Add").press("ArrowUp");
  const last = page.getByRole("menuitem").last();
  await expect(last).toBeFocused();
  for (const item of [page.getByRole("menuitem").first(), last]) await expect(item).toBeInViewport({ ratio: 1 });
  await page.keyboard.press("Escape");
  await expect(bench.button("Add")).toBeFocused();
  await expect(page.getByRole("menu")).toHaveCount(0);
});

test("one that leaves while all train does not hold up the others", async ({ open, page }) => {
  const bench = await open();
  await page.getByRole("tab", { name: "Compare" }).click();
  await add(bench, "Perceptron", "Network");
  await bench.button("Train together").click();
  const epoch = page.getByRole("region", { name: "Network", exact: true }).getByRole("row", { name: /^epoch/ });
  await expect(epoch).toContainText(/\d/);
  await page.getByRole("button", { name: /Take away Perceptron/ }).click();
  const before = await epoch.textContent();
  await expect(epoch).not.toHaveText(before!);
});

test("one after the other trains, and the page listens, where workers are refused", async ({ open, page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, "Worker", { value: undefined });
  });
  const bench = await open();
  await bench.withLab((lab) => lab.set("data.count", 3000));
  await page.getByRole("tab", { name: "Compare" }).click();
  await add(bench, "Network");
  await bench.button("One after the other").click();
  const epoch = page.getByRole("region", { name: "Network", exact: true }).getByRole("row", { name: /^epoch/ });
  await expect(epoch).toContainText("100", { timeout: 30_000 });
  await expect(page.getByRole("tabpanel", { name: "Compare" }).getByRole("button", { name: "Pause" })).toHaveCount(0);
});

test("training together ends when all have stopped, and each has its cost drawn", async ({ open, page }) => {
  const bench = await open();
  await bench.withLab((lab) => lab.set("data.source", "linear"));
  await bench.withLab((lab) => lab.set("data.noise", 0));
  await page.getByRole("tab", { name: "Compare" }).click();
  await add(bench, "Fisher", "Perceptron");
  await expect(page.getByText("They differ in kind")).toBeVisible();
  await bench.button("Train together").click();
  // Fisher is done after its step, the perceptron after an epoch without a mistake: nobody presses Pause.
  await expect(bench.button("Train together")).toBeVisible();
  const panel = page.getByRole("tabpanel", { name: "Compare" });
  await expect(panel.getByRole("button", { name: "Pause" })).toHaveCount(0);
  for (const [name, kind] of [
    ["Fisher", "cross-entropy, mean"],
    ["Perceptron", "perceptron, sum"],
  ]) {
    const plot = panel.getByRole("img", { name: `Training cost of ${name} by epochs: ${kind}` });
    await expect(plot.locator("path.curve")).toHaveAttribute("d", /L/);
  }
  await bench.button("Take away Perceptron").click();
  await add(bench, "Logistic unit");
  await expect(page.getByText("on one scale")).toBeVisible();
});

test("points opened from elsewhere come in, whatever their version", async ({ open, page }) => {
  const bench = await open();
  await page.getByRole("tab", { name: "Compare" }).click();
  await add(bench, "Perceptron");
  await bench.button("One epoch each").click();
  const epoch = page.getByRole("region", { name: "Perceptron", exact: true }).getByRole("row", { name: /^epoch/ });
  await expect(epoch).toContainText("1");
  await bench.withLab((lab) =>
    lab.open({ spec: { data: { source: "linear", noise: 0, seed: 3 } } }, { instrument: "compare" }),
  );
  await expect(epoch).toContainText("0");
  await bench.button("One after the other").click();
  await expect(
    page.getByRole("region", { name: "Perceptron", exact: true }).getByRole("row", { name: /^right/ }),
  ).toContainText("100.0");
});

test("all of it by keyboard", async ({ open, page }) => {
  const bench = await open();
  await page.getByRole("tab", { name: "Cost" }).focus();
  for (let i = 0; i < 5; i++) await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("tab", { name: "Compare" })).toHaveAttribute("aria-selected", "true");
  for (const name of ["Fisher", "Logistic unit"]) {
    await bench.button("Add").focus();
    await page.keyboard.press("Enter");
    const item = page.getByRole("menuitem", { name, exact: true });
    for (let i = 0; i < 8 && !(await item.evaluate((one) => one.matches(":focus"))); i++)
      await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("region", { name, exact: true })).toBeVisible();
  }
  await bench.button("One epoch each").focus();
  await page.keyboard.press("Enter");
  for (const name of ["Fisher", "Logistic unit"])
    await expect(page.getByRole("region", { name, exact: true }).getByRole("row", { name: /^epoch/ })).toContainText(
      "1",
    );
  await bench.button("Take away Fisher").focus();
  await page.keyboard.press("Space");
  await expect(page.getByRole("region", { name: "Fisher", exact: true })).toHaveCount(0);
});

test("four are the most, and one can be taken away", async ({ open, page }) => {
  const bench = await open();
  await page.getByRole("tab", { name: "Compare" }).click();
  await add(bench, "Fisher", "Perceptron", "Logistic unit", "Network");
  await bench.button("Add").click();
  await page.getByRole("menuitem", { name: "this experiment", exact: true }).click();
  await expect(page.getByText("4 side by side are the most.")).toBeVisible();
  await bench.button("Take away Fisher").click();
  await expect(page.getByRole("region", { name: "Fisher", exact: true })).toHaveCount(0);
});

test("axe finds nothing, and nothing overflows", async ({ open, page }) => {
  const bench = await open();
  await page.getByRole("tab", { name: "Compare" }).click();
  await add(bench, "Perceptron", "Network");
  await bench.button("One epoch each").click();
  for (const screen of [wideAndLight, narrowAndDark]) {
    await showOn(page, screen);
    if (screen === narrowAndDark) {
      await page.getByRole("navigation").last().getByRole("button", { name: "Compare" }).click();
    }
    await axeFindsNothing(page);
    await nothingOverflows(page);
  }
});
