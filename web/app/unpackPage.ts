/** The only script of the one file that runs as it stands there: it unpacks the rest, by LZMA a fifth smaller than hosts
 *  would send it, and starts the page. The policy names each script by its hash (tools/shipping/pages.mjs). */
import type { Exports, PageParts } from "../engine/pageParts";
import { startWorker } from "../engine/startWorker";
import { compiled, unpacked } from "../engine/unpacked";
import { failure as words } from "../texts";

try {
  const holder = document.getElementById("backprop-lab-packed")!;
  const packed = unpacked(holder.textContent!);
  let end = 0;
  const places = holder.dataset.sizes!.split(",").map((size) => {
    const first = end;
    end += Number(size);
    return [first, end] as const;
  });
  const [engine, page, panels] = places.map((place) => () => new TextDecoder().decode(packed.rest(...place)));
  const run = (script: () => string) => {
    const element = document.createElement("script");
    element.type = "module";
    element.textContent = script();
    document.body.append(element);
  };

  // The engine's worker begins while the page's script is unpacked and read.
  const [text, core] = [engine(), compiled(packed)];
  const worker = startWorker(text, core);
  for (const part of [core, worker]) part.catch(() => undefined); // web/engine/startEngine.ts hears of it
  let later: Promise<Exports> | undefined;
  const parts: PageParts = {
    engine: text,
    core,
    worker,
    rest() {
      later ??= new Promise((resolve) => {
        parts.received = resolve;
        run(panels);
      });
      return later;
    },
  };
  globalThis.backpropLabParts = parts;
  run(page);
} catch (reason) {
  const alert = document.createElement("p");
  alert.role = "alert";
  alert.textContent = `${words.title}. ${reason}`;
  document.body.append(alert);
}
