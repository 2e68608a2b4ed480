/** What holds on every screen. */
import AxeBuilder from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";
import { expect } from "./bench";

export const wideAndLight = { width: 1440, height: 1000, colorScheme: "light" } as const;
export const narrowAndDark = { width: 360, height: 740, colorScheme: "dark" } as const;

export async function showOn(page: Page, { width, height, colorScheme }: Screen): Promise<void> {
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme });
}

export interface Screen {
  width: number;
  height: number;
  colorScheme: "light" | "dark";
}

export async function axeFindsNothing(page: Page): Promise<void> {
  // Five times as quick so: no list of what passed, and no second page, which frames from elsewhere would ask for.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).setLegacyMode(true);
  const { violations } = await axe.analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" "))}`)).toEqual([]);
}

/** @param part  of the page, where not all of it */
export async function nothingOverflows(page: Page, part: Locator = page.locator("html")): Promise<void> {
  const overflow = await part.evaluate((element) => element.scrollWidth - element.clientWidth);
  expect(overflow).toBeLessThanOrEqual(0);
}
