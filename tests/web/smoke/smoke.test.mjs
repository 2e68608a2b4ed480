/** The single file in Firefox and in WebKit: from disk, and in a sandboxed frame. It must start, draw and train.
 *
 * @typedef {object} Driver  a browser with one page
 * @property {(address: string) => Promise<void>} open
 * @property {() => Promise<void>} enterFrame  further scripts run in the page's first frame
 * @property {(script: string) => Promise<unknown>} evaluate  runs a function's body and returns what it returns
 * @property {() => Promise<void>} close */
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { root } from "../../../tools/command.mjs";
import { startFirefox } from "./firefox.mjs";
import { startWebKit, until } from "./webkit.mjs";

const file = `${root}dist/backprop-lab.html`;
const folder = mkdtempSync(join(tmpdir(), "smoke-"));
const framed = join(folder, "framed.html");
before(() => {
  const text = readFileSync(file, "utf8").replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  writeFileSync(
    framed,
    `<!doctype html><meta charset="utf-8"><iframe sandbox="allow-scripts" width="1200" height="900" srcdoc="${text}"></iframe>`,
  );
});
after(() => rmSync(folder, { recursive: true }));

/** What the page is, as plain data. */
const look = `
  const bench = document.querySelector("backprop-lab");
  const transport = bench.shadowRoot.querySelector("lab-transport");
  const { step, status, field, train } = bench.lab.frame.value;
  const canvas = bench.shadowRoot.querySelector("lab-plane").shadowRoot.querySelector("canvas.answers");
  const pixels = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
  return { step, status, field: field.length, accuracy: train.accuracy, drawn: new Set(pixels).size,
    buttons: transport.shadowRoot.querySelectorAll("button").length };`;
const press = `document.querySelector("backprop-lab").shadowRoot.querySelector("lab-transport").shadowRoot
  .querySelector(".train").click();`;

async function trains(browser) {
  const first = await until(() => browser.evaluate(look));
  assert.equal(first.step, 0);
  assert.ok(first.field > 0 && first.drawn > 10, "the boundary is drawn");
  await browser.evaluate(press);
  const later = await until(async () => {
    const now = await browser.evaluate(look);
    assert.ok(now.step > 20, `only at step ${now.step}`);
    return now;
  });
  assert.equal(later.status, "training");
  await browser.evaluate(press);
}

for (const [name, start] of [
  ["Firefox", startFirefox],
  ["WebKit", startWebKit],
]) {
  describe(name, () => {
    /** @type {Driver} */
    let browser;
    before(async () => {
      browser = await start();
    });
    after(() => browser?.close());

    test("trains from disk", async () => {
      await browser.open(`file://${file}`);
      await trains(browser);
    });

    test("trains in a sandboxed frame", async () => {
      await browser.open(`file://${framed}`);
      await until(() => browser.enterFrame());
      await trains(browser);
    });
  });
}
