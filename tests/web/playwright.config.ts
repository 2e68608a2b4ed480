/** The shipped pages (dist/) in Chromium. Build first: `npm run build`. */
import { defineConfig } from "@playwright/test";
import { browsers } from "../../tools/toolchain.mjs";
import type { Way } from "./e2e/bench";

/** What a person does on the page, training, drawing, keeping, is tested in both ways that it is shipped; the rest where it
 *  is hosted. */
const training = /training\.spec\.ts/;
const drawingAndKeeping = /(drawing|keeping)\.spec\.ts/;
/** What is the same whichever way it came is looked at in one of them. */
const fromDisk = /accessibility\.spec\.ts/;

const launchedBy = (executablePath?: string) => ({
  executablePath,
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
});

export default defineConfig<{ way: Way }>({
  projects: [
    { name: "hosted", testIgnore: fromDisk, use: { way: "hosted" } },
    { name: "disk", testMatch: [drawingAndKeeping, fromDisk], use: { way: "disk" } },
    // In all of Chromium, as a person has it.
    { name: "whole", testMatch: training, use: { way: "disk", launchOptions: launchedBy(browsers.chromium()) } },
  ],
  testDir: "e2e",
  testMatch: "*.spec.ts",
  outputDir: "../../build/test-results",
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  reporter: [["list"]],
  use: {
    browserName: "chromium",
    viewport: { width: 1440, height: 1000 },
    screenshot: "only-on-failure",
    launchOptions: launchedBy(browsers.headless()),
  },
});
