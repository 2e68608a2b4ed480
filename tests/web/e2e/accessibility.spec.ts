/** No finding of axe on any screen, and no sideways scrolling on the narrowest. */
import type { Page } from "@playwright/test";
import { type Bench, expect, test } from "./bench";
import { axeFindsNothing, nothingOverflows, showOn } from "./screens";

const screens = [
  { name: "desktop, light", width: 1440, height: 1000, colorScheme: "light" },
  { name: "desktop, dark", width: 1440, height: 1000, colorScheme: "dark" },
  { name: "tablet, light", width: 820, height: 1180, colorScheme: "light" },
  { name: "phone, light", width: 360, height: 740, colorScheme: "light" },
  { name: "phone, dark", width: 360, height: 740, colorScheme: "dark" },
] as const;

for (const { name, ...screen } of screens) {
  test(`axe finds nothing, and nothing overflows: ${name}`, async ({ open, page }) => {
    await showOn(page, screen);
    const bench = await open();
    await bench.step();
    await expect.poll(() => bench.stepNumber()).toBe(1);
    await axeFindsNothing(page);
    await nothingOverflows(page);
  });
}

for (const instrument of ["Descent", "Scores"]) {
  test(`axe finds nothing on the instrument ${instrument}`, async ({ open, page }) => {
    const bench = await open();
    await bench.trainTo(100);
    await page.getByRole("tab", { name: instrument }).click();
    await expect(page.getByRole("tabpanel", { name: instrument })).toBeVisible();
    await axeFindsNothing(page);
  });
}

/** What stands over the page, or comes and goes on it. */
const passing: Record<string, (bench: Bench, page: Page) => Promise<unknown>> = {
  "the window for CSV": async (bench, page) => {
    await bench.button("CSV …").click();
    await page.getByRole("textbox", { name: "CSV text" }).fill("1,2,A\n3,4,B\n");
    await expect(page.getByText("2 points, 2 columns of numbers")).toBeVisible();
  },
  "the table of points": async (bench, page) => {
    await bench.button("Table …").click();
    await expect(page.getByRole("grid")).toBeVisible();
  },
  "the table of weights": async (bench, page) => {
    await bench.button("All weights").click();
    await page.getByRole("gridcell").first().focus();
    await expect(page.getByRole("button", { name: "Draw the surface of the cost across w²₁₁" })).toBeVisible();
  },
  "help, by its key": async (_, page) => {
    await page.locator("body").press("?");
    await expect(page.getByRole("dialog")).toBeVisible();
  },
  "the window for a text": async (bench, page) => {
    await bench.button(/^Save/).click();
    await page.getByRole("menuitem", { name: "Open from text …" }).click();
    await bench.button("Open").click();
    await expect(page.locator("lab-keep .error")).toBeVisible();
  },
  "the editor of weights": async (bench, page) => {
    await bench.button("neuron 1 of layer 2").click();
    await expect(page.getByRole("slider", { name: "b²₁, by sliding" })).toBeVisible();
  },
  "the card of a run that broke off, and a notice": async (bench, page) => {
    await bench.withLab(async (lab) => {
      const spec = {
        data: { source: "plane" },
        model: { output: "linear", hidden: [] },
        cost: { error: "squaredError" },
        learner: { rate: 100, batch: 0 },
      };
      await lab.open({ spec });
      lab.show({ speed: "full" });
      await lab.train();
    });
    await expect(page.getByText(/ceased to be a finite number/)).toBeVisible();
    await bench.withLab((lab) => {
      lab.notice.value = { kind: "rewound", lines: 2 };
    });
    await expect(bench.button("Start anew from these settings")).toBeVisible();
  },
};
for (const [i, [what, show]] of Object.entries(passing).entries()) {
  test(`axe finds nothing on ${what}`, async ({ open, page }) => {
    await page.emulateMedia({ colorScheme: i % 2 === 0 ? "light" : "dark" });
    await show(await open(), page);
    await axeFindsNothing(page);
  });
}
