/** Drives Firefox by WebDriver BiDi, headless, with a profile and a home of its own. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import puppeteer from "puppeteer-core";
import { browsers } from "../../../tools/toolchain.mjs";

/** @returns {Promise<import("./smoke.test.mjs").Driver>} */
export async function startFirefox() {
  const home = mkdtempSync(join(tmpdir(), "firefox-"));
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: browsers.firefox(),
    headless: true,
    env: { ...process.env, HOME: home },
  });
  const page = await browser.newPage();
  await page.setViewport({ width: 1440, height: 1000 });
  let frame = page.mainFrame();
  return {
    async open(address) {
      frame = page.mainFrame();
      await page.goto(address);
    },
    async enterFrame() {
      frame = page.frames()[1];
    },
    evaluate: (script) => frame.evaluate(`(() => { ${script} })()`),
    async close() {
      await browser.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
