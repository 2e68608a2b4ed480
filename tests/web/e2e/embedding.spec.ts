/** The ways in which the page is shipped: each must train. */
import { readFileSync } from "node:fs";
import { Bench, expect, singleFile, test } from "./bench";

async function trains(bench: Bench) {
  await bench.step();
  await expect.poll(() => bench.stepNumber()).toBe(1);
  await bench.trainTo(50);
}

test("trains when hosted in a sub-folder", async ({ open }) => trains(await open()));

test("trains as one file on a host", async ({ open, host }) => trains(await open(`${host}backprop-lab.html`)));

test("trains as one file from disk", async ({ open }) => trains(await open(singleFile)));

test("trains as one file in a sandboxed frame of another page", async ({ page, host }) => {
  await page.setContent(
    `<iframe sandbox="allow-scripts" src="${host}backprop-lab.html" width="1200" height="900"></iframe>`,
  );
  await trains(await framed(page.locator("iframe")));
});

test("trains as one file in a sandboxed frame that holds its text", async ({ page }) => {
  await page.setContent('<iframe sandbox="allow-scripts" width="1200" height="900"></iframe>');
  await page.locator("iframe").evaluate(
    (frame, text) => {
      (frame as HTMLIFrameElement).srcdoc = text;
    },
    readFileSync(new URL(singleFile), "utf8"),
  );
  await trains(await framed(page.locator("iframe")));
});

async function framed(element: import("@playwright/test").Locator) {
  const frame = await (await element.elementHandle())!.contentFrame();
  return new Bench(element.page(), frame!).ready();
}
