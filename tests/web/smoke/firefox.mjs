/** Drives Firefox by WebDriver BiDi, headless, with a profile and a home of its own. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import puppeteer from "puppeteer-core";
import { browsers } from "../../../tools/toolchain.mjs";

/** @returns {Promise<{open: (address: string) => Promise<void>, evaluate: (script: string) => Promise<unknown>,
 *   close: () => Promise<void>}>}  evaluate: runs a function's body in the page and returns what it returns */
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
  return {
    open: (address) => page.goto(address),
    evaluate: (script) => page.evaluate(`(() => { ${script} })()`),
    async close() {
      await browser.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
