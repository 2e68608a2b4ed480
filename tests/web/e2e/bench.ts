/** What every test of the page stands on: the page opened in one of its ways, watched for errors and for requests
 *  that leave its origin, and what a person does on it said in their words. */
import { test as base, expect, type Frame, type Page } from "@playwright/test";
import { serve } from "../../../tools/serve.mjs";
import type { Description, Frame as EngineFrame, FrameRequest } from "../../../web/engine/protocol";
import type { Lab } from "../../../web/state/lab";

export { expect };

const dist = new URL("../../../dist", import.meta.url).pathname;
export const singleFile = `file://${dist}/backprop-lab.html`;

/** The page under test, by what a person can do on it and by the numbers behind it. */
export class Bench {
  constructor(
    readonly page: Page,
    readonly frame: Page | Frame = page,
  ) {}

  /** Resolves once the first frame of the experiment is there. */
  async ready(): Promise<this> {
    await expect(this.button("Train")).toBeVisible();
    return this;
  }

  button(name: string | RegExp) {
    return this.frame.getByRole("button", { name, exact: typeof name === "string" }).first();
  }

  train = () => this.button("Train").click();
  pause = () => this.button("Pause").click();
  step = () => this.button("Step").click();
  rewind = () => this.button("Rewind").click();

  /** Trains as fast as it can until the run has made so many steps, and pauses. */
  async trainTo(step: number) {
    await this.withLab((lab) => lab.show({ speed: "full" }));
    await this.train();
    await expect.poll(() => this.stepNumber()).toBeGreaterThan(step);
    await this.pause();
    await expect(this.button("Train")).toBeVisible();
  }

  /** Runs a function on the page's own state. What it takes and returns must be plain data. */
  async withLab<T, A = undefined>(work: (lab: Lab, argument: A) => T | Promise<T>, argument?: A): Promise<T> {
    const lab = await this.frame.evaluateHandle(
      () => (document.querySelector("backprop-lab") as unknown as { lab: Lab }).lab,
    );
    return (await lab.evaluate(work as never, argument)) as T;
  }

  look = (request: FrameRequest = {}): Promise<EngineFrame> =>
    this.withLab(async (lab, wanted) => lab.engine.frame(wanted), request);
  describe = (): Promise<Description> => this.withLab((lab) => lab.engine.describe());
  stepNumber = async () => (await this.look()).step;
  rows = async () => (await this.describe()).table.targets.length;

  /** The bits of all weights, as text. */
  bits(): Promise<string> {
    return this.withLab(async (lab) => {
      const { parameters } = await lab.engine.frame({ parameters: true });
      const bytes = new Uint8Array(parameters!.buffer, parameters!.byteOffset, parameters!.byteLength);
      return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
    });
  }
}

/** Hosted in a sub-folder, or the single file from disk. */
export type Way = "hosted" | "disk";

interface Fixtures {
  /** How the page is opened. The projects of playwright.config.ts say it. */
  way: Way;
  /** The page's address without a link. */
  home: string;
  /** Opens the page, or another address. */
  open: (address?: string) => Promise<Bench>;
  /** Complaints of the page so far; every test ends by expecting none. */
  complaints: string[];
}

export const test = base.extend<Fixtures, { host: string }>({
  host: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a pattern
    async ({}, use) => {
      const { address, close } = await serve({ folder: dist, port: 0, prefix: "/course/lab/" });
      await use(address);
      close();
    },
    { scope: "worker" },
  ],
  complaints: [
    async ({ page, host }, use) => {
      const complaints: string[] = [];
      watch(page, host, complaints);
      await use(complaints);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
  way: ["hosted", { option: true }],
  home: async ({ way, host }, use) => use(way === "disk" ? singleFile : host),
  open: async ({ page, home }, use) => {
    await use(async (address = home) => {
      await page.goto(address);
      return new Bench(page).ready();
    });
  },
});

function watch(page: Page, host: string, complaints: string[]) {
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
  page.on("request", (request) => {
    const url = request.url();
    const own = url.startsWith(host) || /^(file|blob|data|about):/.test(url);
    if (!own) complaints.push(`foreign request: ${url}`);
  });
}

/** Opens a file that holds a text. */
export async function openFile(page: Page, text: string) {
  await page.getByRole("button", { name: /^Save/ }).click();
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByRole("menuitem", { name: /^Open a file/ }).click(),
  ]);
  await chooser.setFiles({ name: "x.backprop.json", mimeType: "application/json", buffer: Buffer.from(text) });
}

/** Waits until what the page remembers holds a text: it is written after a quiet while. */
export async function remembered(page: Page, text: string): Promise<void> {
  await expect.poll(() => page.evaluate(() => localStorage.getItem("backprop-lab"))).toContain(text);
}
