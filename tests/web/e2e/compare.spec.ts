/** Compare: models side by side on the same points, each with an engine of its own. */
import AxeBuilder from "@axe-core/playwright";
import { type Bench, expect, test } from "./bench";

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

for (const [width, height, colorScheme] of [
  [1440, 1000, "light"],
  [360, 740, "dark"],
] as const) {
  test(`axe finds nothing, and nothing overflows: Compare, ${width} px, ${colorScheme}`, async ({ open, page }) => {
    await page.emulateMedia({ colorScheme });
    const bench = await open();
    await page.getByRole("tab", { name: "Compare" }).click();
    await add(bench, "Perceptron", "Network");
    await bench.button("One epoch each").click();
    await page.setViewportSize({ width, height });
    if (width < 500) await page.getByRole("navigation").last().getByRole("button", { name: "Compare" }).click();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" "))}`)).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });
}
