/** The only script of the one file that runs as it stands there: it unpacks the rest, by LZMA a fifth smaller than hosts
 *  would send it, and starts the page. The policy names the page's script by its hash (tools/shipping/pages.mjs). */
import { type Serving, startWorker } from "../engine/startWorker";
import { unpacked } from "../engine/unpacked";
import { failure as words } from "../texts";
import { bytesOfPrintable } from "./printable";

declare global {
  /** What the one file holds besides its page's script; undefined where each is a file of its own. */
  var backpropLabParts:
    | { engine: string; core: Promise<WebAssembly.Module>; worker: Promise<Serving> | undefined }
    | undefined;
}

try {
  const holder = document.getElementById("backprop-lab-packed")!;
  const { module, rest } = unpacked(bytesOfPrintable(holder.textContent!));
  const engineEnd = Number(holder.dataset.engineEnd);
  const text = (from: number, to?: number) => new TextDecoder().decode(rest(from, to));

  // The engine's worker begins while the page's script is unpacked and read.
  const engine = text(0, engineEnd);
  const core = WebAssembly.compile(module);
  const worker = startWorker(engine, core);
  for (const part of [core, worker]) part.catch(() => undefined); // web/engine/startEngine.ts hears of it
  globalThis.backpropLabParts = { engine, core, worker };
  const page = document.createElement("script");
  page.type = "module";
  page.textContent = text(engineEnd);
  document.body.append(page);
} catch (reason) {
  const alert = document.createElement("p");
  alert.role = "alert";
  alert.textContent = `${words.title}. ${reason}`;
  document.body.append(alert);
}
