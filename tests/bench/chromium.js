/** What only a browser can tell: speed in Chromium, the page's frames, the time to the first boundary. */
import { chromium } from "@playwright/test";
import { build } from "vite";
import { root } from "../../tools/command.mjs";
import { serve } from "../../tools/serve.mjs";
import { browsers } from "../../tools/toolchain.mjs";
import { frameMark, framesOf } from "./frames.js";
import { median } from "./measure.js";

const watched = 5; // seconds
const rest = 2500; // milliseconds
const boundaryWord = "boundary";

const launch = () =>
  chromium.launch({
    executablePath: browsers.chromium(),
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"],
  });

/** In a page without the interface. @returns what timeTraining() does */
export const timeTrainingInChromium = (pace) =>
  inPage((page) => page.evaluate((given) => globalThis.timeTrainingHere(given), pace));

/** In a page without the interface. @returns what timeField() does */
export const timeFieldInChromium = (pace) =>
  inPage((page) => page.evaluate((given) => globalThis.timeFieldHere(given), pace));

async function inPage(work) {
  const folder = `${root}build/bench-page`;
  await build({
    configFile: false,
    root: `${root}tests/bench/page`,
    base: "./",
    logLevel: "error",
    worker: { format: "es" },
    build: { outDir: folder, emptyOutDir: true, target: "es2022", chunkSizeWarningLimit: 10_000 },
  });
  const server = await serve({ folder, port: 0 });
  const browser = await launch();
  try {
    const page = await browser.newPage();
    await page.goto(server.address);
    await page.waitForFunction(() => "timeTrainingHere" in globalThis);
    return await work(page);
  } finally {
    await browser.close();
    server.close();
  }
}

/** An empty page for contestants that are a worker's script each, and speak as contestant.js has it. */
export async function startWorkers() {
  const browser = await launch();
  const page = await browser.newPage();
  return {
    async contestant(name, script) {
      const worker = await page.evaluateHandle(async (text) => {
        const started = new Worker(URL.createObjectURL(new Blob([text])));
        await new Promise((resolve) => started.addEventListener("message", resolve, { once: true }));
        return started;
      }, script);
      const rate = (asked, milliseconds) =>
        new Promise((resolve) => {
          asked.addEventListener("message", ({ data }) => resolve(data.value), { once: true });
          asked.postMessage(["rate", milliseconds]);
        });
      return {
        name,
        rate: (milliseconds) => worker.evaluate(rate, milliseconds),
        end: () => worker.evaluate((asked) => asked.terminate()),
      };
    },
    end: () => browser.close(),
  };
}

/** Milliseconds from navigation to the first boundary on screen, of the single file opened from disk. Each time in a profile
 *  of its own, once the browser has made it: that keeps it busy for a second or two. The page says when by itself, for to ask it
 *  would hold it up. */
export async function timeFirstBoundary(rounds) {
  const browser = await launch();
  const times = [];
  for (let round = 0; round <= rounds; round++) {
    const context = await browser.newContext({ viewport: { width: 1440, height: 1000 } });
    const page = await context.newPage();
    await page.addInitScript((word) => {
      const look = () => {
        const drawn = document.querySelector("backprop-lab")?.shadowRoot?.querySelector("lab-plane");
        // The frame after the one that held the first field: by then it is on screen.
        if (drawn?.lab?.frame.value.field) requestAnimationFrame(() => console.debug(word, performance.now()));
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    }, boundaryWord);
    await page.waitForTimeout(rest);
    const [said] = await Promise.all([
      page.waitForEvent("console", (message) => message.text().startsWith(boundaryWord)),
      page.goto(`file://${root}dist/backprop-lab.html`),
    ]);
    const time = Number(said.text().slice(boundaryWord.length));
    if (round > 0) times.push(time); // the first warms the disk's cache
    await context.close();
  }
  await browser.close();
  return median(times);
}

/** The page's frames while it trains on 10,000 points at full speed: how late, by whom, and whether it trains at all. */
export async function watchFrames() {
  const browser = await launch();
  const page = await browser.newPage({ viewport: { width: 1440, height: 1000 } });
  await page.goto(`file://${root}dist/backprop-lab.html`);
  await page.getByRole("button", { name: "Train", exact: true }).waitFor();
  await page.evaluate(async () => {
    const { lab } = document.querySelector("backprop-lab");
    await lab.open({ spec: { data: { source: "moons", count: 10_000 } } });
    lab.show({ speed: "full" });
    await lab.train();
    await new Promise((resolve) => setTimeout(resolve, 2000));
  });
  await browser.startTracing(page, { categories: ["blink.user_timing", "disabled-by-default-devtools.timeline"] });
  const steps = await page.evaluate(
    async ([mark, milliseconds]) => {
      const { lab } = document.querySelector("backprop-lab");
      const before = lab.frame.value.step;
      const end = performance.now() + milliseconds;
      await new Promise((resolve) => {
        const tick = () => {
          performance.mark(mark);
          if (performance.now() < end) requestAnimationFrame(tick);
          else resolve();
        };
        requestAnimationFrame(tick);
      });
      return lab.frame.value.step - before;
    },
    [frameMark, 1000 * watched],
  );
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  await browser.close();
  return { seconds: watched, stepsPerSecond: steps / watched, ...framesOf(traceEvents) };
}
