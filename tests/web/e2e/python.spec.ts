/** The Python instrument: a program for what is on the screen, to copy. */
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./bench";

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
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    });
  });
}
