/** No finding of axe on any screen, and no sideways scrolling on the narrowest. */
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./bench";

const screens = [
  { name: "desktop, light", width: 1440, height: 1000, colorScheme: "light" },
  { name: "desktop, dark", width: 1440, height: 1000, colorScheme: "dark" },
  { name: "tablet, light", width: 820, height: 1180, colorScheme: "light" },
  { name: "phone, light", width: 360, height: 740, colorScheme: "light" },
  { name: "phone, dark", width: 360, height: 740, colorScheme: "dark" },
] as const;

for (const { name, width, height, colorScheme } of screens) {
  test(`axe finds nothing, and nothing overflows: ${name}`, async ({ open, page }) => {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme });
    const bench = await open();
    await bench.step();
    await expect.poll(() => bench.stepNumber()).toBe(1);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" "))}`)).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });
}

for (const instrument of ["Cost", "Descent", "Scores"]) {
  test(`axe finds nothing on the instrument ${instrument}`, async ({ open, page }) => {
    const bench = await open();
    await bench.trainTo(100);
    await page.getByRole("tab", { name: instrument }).click();
    await expect(page.getByRole("tabpanel", { name: instrument })).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" "))}`)).toEqual([]);
  });
}
