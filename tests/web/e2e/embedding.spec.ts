/** The ways in which the page is shipped, and the core without it: each must train. */
import { execFileSync } from "node:child_process";
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

test("is moved on its page while it starts: it starts once more, and leaves nothing behind", async ({ open, page }) => {
  const bench = await open();
  await page.evaluate(() => {
    const element = document.querySelector("backprop-lab")!;
    for (let i = 0; i < 3; i++) document.body.append(element);
  });
  await trains(await bench.ready());
  await expect.poll(() => page.workers().length).toBe(1);
});

test("is copied as text, and opened from text, in a sandboxed frame", async ({ page, host }) => {
  await page.setContent(
    `<iframe sandbox="allow-scripts" src="${host}backprop-lab.html" width="1200" height="900"></iframe>`,
  );
  const bench = await framed(page.locator("iframe"));
  await bench.trainTo(30);
  const [step, bits] = [await bench.stepNumber(), await bench.bits()];
  const choose = async (name: string) => {
    await bench.button(/^Save/).click();
    await bench.frame.getByRole("menuitem", { name }).click();
  };
  const texts: string[] = [];
  for (const [item, heading] of [
    ["Save as a file", "This experiment as text"],
    ["Copy as text", "Copy this text"],
  ]) {
    await choose(item);
    texts.push(await bench.frame.getByRole("textbox", { name: heading }).inputValue());
    await page.keyboard.press("Escape");
  }
  expect(texts[0]).toBe(texts[1]);
  await bench.rewind();
  await choose("Open from text …");
  const box = bench.frame.getByRole("textbox", { name: "Text of an experiment" });
  await box.fill("{}");
  await bench.button("Open").click();
  await expect(bench.frame.locator("lab-keep .error")).toHaveText(
    "The text cannot be read at “{}”. Expected: an experiment saved by Backprop Lab.",
  );
  await box.fill(texts[0]);
  await bench.button("Open").click();
  await expect.poll(() => bench.stepNumber()).toBe(step);
  expect(await bench.bits()).toBe(bits);
  await bench.button("Share").click();
  await expect(bench.frame.getByRole("textbox", { name: "A link to this experiment" })).toHaveValue(/#v1=/);
});

test("without the page: README's example prints on a plain page what it prints in node", async ({ page, host }) => {
  const root = new URL("../../../", import.meta.url);
  const readme = readFileSync(new URL("README.md", root), "utf8");
  const [, code] = readme.match(/^```js\n([\s\S]*?)^```$/m)!;
  const plain = `${host}plain.html`;
  const script = `<script type="module">${code.replace("./dist/", "./")}</script>`;
  await page.route(plain, (route) => route.fulfill({ contentType: "text/html", body: `<!doctype html>${script}` }));
  const [printed] = await Promise.all([page.waitForEvent("console"), page.goto(plain)]);
  expect(printed.text()).toMatch(/^(\d\.\d+ ?){3}$/);
  const inNode = execFileSync(process.execPath, ["--input-type=module", "--eval", code], {
    cwd: root,
    env: { ...process.env, FORCE_COLOR: "0" },
    encoding: "utf8",
  });
  expect(printed.text()).toBe(inNode.trim());
});

async function framed(element: import("@playwright/test").Locator) {
  const frame = await (await element.elementHandle())!.contentFrame();
  return new Bench(element.page(), frame!).ready();
}
