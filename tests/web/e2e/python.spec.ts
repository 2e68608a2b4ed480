/** The Python instrument: a program for what is on the screen, to copy; run, it prints the numbers of the core. */
import type { Laboratory } from "../../../web/engine/headless";
import { runPrograms } from "../../python/runPrograms";
import { type Bench, expect, test } from "./bench";
import { axeFindsNothing } from "./screens";

for (const [width, height, colorScheme] of [
  [1440, 1000, "light"],
  [360, 740, "dark"],
] as const) {
  test.describe(`Python at ${width} px, ${colorScheme}`, () => {
    test.use({ viewport: { width, height }, colorScheme, permissions: ["clipboard-read", "clipboard-write"] });

    test("shows the program, copies it with the keyboard, and is accessible", async ({ open, page }) => {
      await open();
      const tab = page.getByRole("tab", { name: "Python" });
      if (width === 360) await page.getByRole("navigation").getByRole("button").last().click();
      await tab.click();
      const program = page.getByRole("region", { name: "The program" });
      await expect(program).toContainText("import numpy as np");
      await page.locator("lab-python").getByRole("button", { name: "Copy" }).press("Enter");
      await expect(page.locator("lab-python").getByRole("status")).toHaveText("Copied.");
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await program.textContent());
      await page.screenshot({ path: test.info().outputPath("python.png") });
      await axeFindsNothing(page);
    });
  });
}

test.describe("the program's digits", () => {
  let laboratory: Laboratory;
  test.beforeAll(async () => {
    laboratory = await (await import(new URL("../../../dist/backprop-lab.js", import.meta.url).href)).load();
  });

  const program = (bench: Bench) => bench.frame.getByRole("region", { name: "The program" });
  const write = (bench: Bench, dialect: string) =>
    bench.frame.locator("lab-python").getByRole("radio", { name: dialect }).click();

  /** The same experiment without the page. */
  const again = async (bench: Bench) => laboratory.open((await bench.describe()).document);

  /** The numbers that stand in the program between two texts. */
  const between = (text: string, from: string, to: string) =>
    text
      .slice(text.indexOf(from) + from.length)
      .split(to)[0]
      .split(",")
      .map(Number);

  test("of points and first weights are the core's to the last", async ({ open, page }) => {
    const bench = await open();
    await page.getByRole("tab", { name: "Python" }).click();
    const text = (await program(bench).textContent())!;
    const experiment = await again(bench);
    const { table } = experiment.describe();
    expect(between(text, "points = 1.0 * np.reshape([", "]")).toEqual([...table.values]);
    expect(between(text, "targets = 1.0 * np.array([", "]")).toEqual([...table.targets]);
    expect(between(text, "training = np.array([", "]")).toEqual([...table.test]);
    const [printed] = runPrograms([text]);
    expect(printed.theta).toEqual([...experiment.weights()]);
    experiment.dispose();
  });

  test("that it prints are the core's, with all that was changed on the way", async ({ open, page }) => {
    test.slow();
    const bench = await open();
    await page.getByRole("tab", { name: "Python" }).click();
    await bench.withLab(async (lab) => {
      for (let i = 0; i < 7; i++) await lab.step();
      await lab.set("learner.rate", 0.05);
      await lab.step();
      await lab.change({ kind: "parameter", index: 3, value: 0.123456789 });
      await lab.step();
      await lab.change({ kind: "movePoints", rows: [2], values: [0.1, -0.7] });
      await lab.change({ kind: "addPoints", values: [1.5, 0.25], targets: [1] });
      for (let i = 0; i < 30; i++) await lab.step();
    });
    const texts: string[] = [];
    for (const dialect of ["NumPy", "PyTorch"]) {
      await write(bench, dialect);
      await expect(program(bench)).toContainText(dialect === "PyTorch" ? "import torch" : "def gradient");
      await expect(program(bench)).toContainText("W[0][1, 1] = 0.123456789");
      await expect(program(bench)).toContainText(`train(${await bench.stepNumber()})`);
      texts.push((await program(bench).textContent())!);
    }
    const experiment = await again(bench);
    for (const printed of runPrograms(texts)) {
      expect(printed.failure).toBe("");
      const ours = [...experiment.weights(), experiment.costs().train.cost, experiment.score("train")!];
      const theirs = [...printed.theta, ...printed.cost, ...printed.accuracy];
      expect(theirs).toHaveLength(ours.length);
      ours.forEach((value, i) => {
        expect(Math.abs(theirs[i] - value)).toBeLessThan(1e-9 * (1 + Math.abs(value)));
      });
    }
    experiment.dispose();
  });

  test("that scikit-learn prints are the core's", async ({ open, page }) => {
    const bench = await open();
    await bench.button("Fisher").click();
    await page.getByRole("tab", { name: "Python" }).click();
    await bench.step();
    await write(bench, "scikit-learn");
    await expect(program(bench)).toContainText("LinearDiscriminantAnalysis");
    const [printed] = runPrograms([(await program(bench).textContent())!]);
    const experiment = await again(bench);
    const ours = [...experiment.coef()[0], ...experiment.intercept()];
    [...printed.coef, ...printed.intercept].forEach((value, i) => {
      expect(Math.abs(value - ours[i])).toBeLessThan(1e-9 * (1 + Math.abs(ours[i])));
    });
    experiment.dispose();
  });
});
