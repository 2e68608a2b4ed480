/** Where the page cannot start as it would, it starts another way, or says what it lacks; what it loads later too. */
import { readdirSync } from "node:fs";
import type { Page } from "@playwright/test";
import type {} from "../../../web/engine/pageParts";
import type { Lab } from "../../../web/state/lab";
import { Bench, expect, test } from "./bench";

/** Serves the page with another policy, as a stricter host might. */
async function refuse(page: Page, allowed: RegExp, instead: string) {
  await page.route(/\/(backprop-lab\.html)?$/, async (route) => {
    const response = await route.fetch();
    const text = await response.text();
    expect(text).toMatch(allowed);
    await route.fulfill({ response, body: text.replace(allowed, instead) });
  });
}

/** Keeps files from coming until the function that it gives is called. */
async function holdBack(page: Page, files: string): Promise<() => void> {
  let letIn = () => {};
  const allowed = new Promise<void>((resolve) => {
    letIn = resolve;
  });
  await page.route(files, async (route) => {
    await allowed;
    await route.continue();
  });
  return letIn;
}

const alert = (page: Page) => page.getByRole("alert");

for (const [way, file] of [
  ["hosted", ""],
  ["as one file", "backprop-lab.html"],
]) {
  test(`trains on the page itself where workers are refused, ${way}`, async ({ page, host, complaints }) => {
    await refuse(page, /worker-src [^;]*/, "worker-src 'none'");
    await page.goto(host + file);
    const bench = await new Bench(page).ready();
    await bench.trainTo(50);
    for (const complaint of complaints.splice(0)) expect(complaint).toContain("Creating a worker from 'blob:");
  });

  test(`says what a host must allow where WebAssembly is refused, ${way}`, async ({ page, host }) => {
    await refuse(page, /'wasm-unsafe-eval'/, "");
    await page.goto(host + file);
    await expect(alert(page)).toContainText("could not start");
    // The one file brings its own policy: there it is for the browser to say what refuses.
    await expect(alert(page)).toContainText(file ? "Content Security Policy" : "'wasm-unsafe-eval'; worker-src blob:");
  });
}

for (const [what, files] of [
  ["the core", "**/*.lzma"],
  ["the engine's script", "**/engine-*.js"],
]) {
  test(`says that ${what} is missing`, async ({ page, host, complaints }) => {
    await page.route(files, (route) => route.fulfill({ status: 404 }));
    await page.goto(host);
    await expect(alert(page)).toContainText("404");
    expect(complaints.splice(0)).not.toEqual([]); // the browser's own word of it
  });
}

test("asks for the core and the engine while its own script is still to come, and once", async ({ page, host }) => {
  const letIn = await holdBack(page, "**/index-*.js");
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname.replace(/.*\/|-.*/g, "")));
  const opened = page.goto(host);
  await expect.poll(() => asked).toEqual(expect.arrayContaining(["core", "engine"]));
  letIn();
  await opened;
  await new Bench(page).ready();
  for (const once of ["core", "engine", "index"]) expect(asked.filter((name) => name === once)).toHaveLength(1);
});

test("unpacks the panels of the one file only when its first boundary is there", async ({ page, host }) => {
  await page.addInitScript(() => {
    type Parts = NonNullable<typeof globalThis.backpropLabParts>;
    let parts: Parts;
    Object.defineProperty(globalThis, "backpropLabParts", {
      get: () => parts,
      set(given: Parts) {
        const { rest } = given;
        const bench = document.querySelector("backprop-lab") as unknown as { lab?: Lab };
        given.rest = () => {
          Object.assign(globalThis, { hadBoundary: Boolean(bench.lab?.frame.value.field) });
          return rest();
        };
        parts = given;
      },
    });
  });
  await page.goto(`${host}backprop-lab.html`);
  await expect(page.getByRole("button", { name: "Help and keys" })).toBeVisible();
  expect(await page.evaluate(() => (globalThis as unknown as { hadBoundary: boolean }).hadBoundary)).toBe(true);
});

test("says that a part could not be loaded, and tries again", async ({ page, open, complaints }) => {
  await page.route("**/labDescent-*.js", (route) => route.abort());
  const bench = await open();
  const tab = (name: string) => page.getByRole("tab", { name });
  await tab("Descent").click();
  await expect(page.getByText("could not be loaded")).toBeVisible();
  await page.unroute("**/labDescent-*.js");
  await tab("Cost").click();
  await tab("Descent").click();
  await expect(page.locator("lab-descent canvas").first()).toBeVisible();
  await bench.trainTo(50);
  for (const complaint of complaints.splice(0)) expect(complaint).toContain("Failed to load resource");
});

test("opens help that is asked for before its bar has come", async ({ page, host }) => {
  const letIn = await holdBack(page, "**/labHeader-*.js");
  await page.goto(host);
  await new Bench(page).ready();
  await page.locator("body").press("?");
  letIn();
  await expect(page.getByRole("dialog")).toBeVisible();
});

test("opens help by its key wherever nothing is typed", async ({ open, page }) => {
  const bench = await open();
  const help = page.getByRole("dialog", { name: "Help" });
  for (const place of [page.getByRole("tab", { name: "Cost" }), page.getByRole("application").first()]) {
    await place.focus();
    await page.keyboard.press("?");
    await expect(help).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(help).toHaveCount(0);
  }
  await page.keyboard.press("?");
  await expect(help).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("?"); // at once, before the browser has said that it is closed
  await page.waitForTimeout(300);
  await expect(help).toBeVisible();
  await page.keyboard.press("Escape");
  await bench.button("CSV …").click();
  await page.getByRole("textbox", { name: "CSV text" }).press("?");
  await expect(help).toHaveCount(0);
});

test("says that the engine broke off while it trained, and starts it again where it was", async ({ page, open }) => {
  await page.addInitScript(() => {
    const workers: Worker[] = [];
    Object.assign(globalThis, { workers });
    globalThis.Worker = class extends Worker {
      constructor(address: string | URL) {
        super(address);
        workers.push(this);
      }
    };
  });
  const bench = await open();
  await bench.train();
  await expect.poll(() => bench.stepNumber()).toBeGreaterThan(20);
  await page.evaluate(() => {
    const { workers } = globalThis as unknown as { workers: Worker[] };
    workers[0].dispatchEvent(new ErrorEvent("error", { message: "RuntimeError: unreachable" }));
  });
  await expect(page.locator("lab-notice p")).toHaveText(
    "The engine broke off, and nothing moves any more. It said: “Error: RuntimeError: unreachable”.",
  );
  await expect(bench.button("Train")).toBeVisible();
  const step = await bench.withLab((lab) => lab.frame.value.step);
  await bench.button("Start the engine again").click();
  await expect(page.locator("lab-notice p")).toHaveCount(0);
  await expect.poll(() => bench.stepNumber()).toBe(step);
  await bench.trainTo(step + 20);
});

test("needs its host no longer once it has had time", async ({ page, open }) => {
  const scripts = readdirSync("dist/assets").filter((name) => name.endsWith(".js"));
  const loaded = new Set<string>();
  page.on("requestfinished", (request) => loaded.add(new URL(request.url()).pathname.split("/").at(-1)!));
  await open();
  await expect.poll(() => scripts.filter((name) => !loaded.has(name)), { timeout: 20_000 }).toEqual([]);
  await page.context().setOffline(true);
  await page.getByRole("tab", { name: "Descent" }).click();
  await expect(page.locator("lab-descent canvas").first()).toBeVisible();
  await page.getByRole("button", { name: "All weights" }).click();
  await expect(page.getByRole("grid")).toBeVisible();
});
