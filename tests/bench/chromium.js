/** What only a browser can tell: training speed in Chromium, the page's frames, the time to the first boundary. */
import { chromium } from "@playwright/test";
import { build } from "vite";
import { root } from "../../tools/command.mjs";
import { serve } from "../../tools/serve.mjs";
import { browsers } from "../../tools/toolchain.mjs";
import { median } from "./measure.js";

const longTask = 25; // milliseconds: a frame at 40 Hz
const watched = 5; // seconds

const launch = () =>
  chromium.launch({
    executablePath: browsers.chromium(),
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"],
  });

/** Training speed in a page without the interface; what timeTraining() returns. */
export async function timeTrainingInChromium(pace) {
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
    await page.waitForFunction(() => "timeInPage" in globalThis);
    return await page.evaluate((given) => globalThis.timeInPage(given), pace);
  } finally {
    await browser.close();
    server.close();
  }
}

/** Milliseconds from navigation to the first boundary on screen, of the single file opened from disk. */
export async function timeFirstBoundary(rounds) {
  const browser = await launch();
  const times = [];
  for (let round = 0; round <= rounds; round++) {
    const context = await browser.newContext({ viewport: { width: 1440, height: 1000 } });
    const page = await context.newPage();
    await page.addInitScript(() => {
      const look = () => {
        const drawn = document.querySelector("backprop-lab")?.shadowRoot?.querySelector("lab-plane");
        // The frame after the one that held the first field: by then it is on screen.
        if (drawn?.lab?.frame.value.field) requestAnimationFrame(() => (globalThis.boundaryAt = performance.now()));
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    await page.goto(`file://${root}dist/backprop-lab.html`);
    const at = await page.waitForFunction(() => globalThis.boundaryAt);
    if (round > 0) times.push(await at.jsonValue()); // the first warms the disk's cache
    await context.close();
  }
  await browser.close();
  return median(times);
}

/** Tasks of the page's main thread over 25 ms while it trains on 10,000 points at full speed. */
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
  await browser.startTracing(page, {
    categories: ["toplevel", "devtools.timeline", "disabled-by-default-devtools.timeline"],
  });
  const frames = await page.evaluate(async (seconds) => {
    const before = document.querySelector("backprop-lab").lab.frame.value.step;
    const gaps = [];
    let last = performance.now();
    const end = last + 1000 * seconds;
    await new Promise((resolve) => {
      const tick = () => {
        const now = performance.now();
        gaps.push(now - last);
        last = now;
        if (now < end) requestAnimationFrame(tick);
        else resolve();
      };
      requestAnimationFrame(tick);
    });
    const steps = document.querySelector("backprop-lab").lab.frame.value.step - before;
    return { gaps, steps };
  }, watched);
  const trace = JSON.parse((await browser.stopTracing()).toString());
  await browser.close();
  const tasks = mainThreadTasks(trace.traceEvents);
  return {
    seconds: watched,
    stepsPerSecond: frames.steps / watched,
    frames: frames.gaps.length,
    lateFrames: frames.gaps.filter((gap) => gap > longTask).length,
    medianFrame: median(frames.gaps),
    longTasks: tasks.filter((task) => task > longTask).length,
    longestTask: Math.max(0, ...tasks),
  };
}

/** Durations of the page's own main-thread tasks, in milliseconds of processor time. */
function mainThreadTasks(events) {
  const busiest = new Map();
  const mains = new Set(
    events.filter((e) => e.name === "thread_name" && e.args.name === "CrRendererMain").map((e) => `${e.pid}.${e.tid}`),
  );
  for (const event of events) {
    const thread = `${event.pid}.${event.tid}`;
    if (!mains.has(thread) || !/RunTask$/.test(event.name) || !event.dur) continue;
    busiest.set(thread, [...(busiest.get(thread) ?? []), (event.tdur ?? event.dur) / 1000]);
  }
  return [...busiest.values()].sort((a, b) => b.length - a.length)[0] ?? [];
}
