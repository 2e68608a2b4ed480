/** The only script of the one file that runs as it stands there: it unpacks the rest, by LZMA a fifth smaller than hosts
 *  would send it, and starts the page. The policy names the page's script by its hash (tools/shipping/pages.mjs). */
import { type Serving, startWorker } from "../engine/startWorker";
import { unpacked } from "../engine/unpacked";
import { failure as words } from "../texts";

/** What one script of the page has for another. */
type Exports = Record<string, unknown>;

declare global {
  /** What the one file holds besides its page's script; undefined where each is a file of its own. */
  var backpropLabParts:
    | {
        engine: string;
        core: Promise<WebAssembly.Module>;
        worker: Promise<Serving> | undefined;
        /** Of the page's script, for the rest. */
        page?: Exports;
        /** What the page imports later, unpacked when it is first asked for. */
        rest(): Promise<Exports>;
        /** The rest says that it is there. */
        received?(rest: Exports): void;
      }
    | undefined;
}

try {
  const holder = document.getElementById("backprop-lab-packed")!;
  const { module, rest } = unpacked(holder.textContent!);
  let end = 0;
  const texts = holder.dataset.sizes!.split(",").map((size) => {
    const begin = end;
    end += Number(size);
    return [begin, end] as const;
  });
  const text = (script: number) => new TextDecoder().decode(rest(...texts[script]));
  const run = (script: number) => {
    const element = document.createElement("script");
    element.type = "module";
    element.textContent = text(script);
    document.body.append(element);
  };

  // The engine's worker begins while the page's script is unpacked and read.
  const engine = text(0);
  const core = WebAssembly.compile(module);
  const worker = startWorker(engine, core);
  for (const part of [core, worker]) part.catch(() => undefined); // web/engine/startEngine.ts hears of it
  let whole: Promise<Exports> | undefined;
  const parts: NonNullable<typeof globalThis.backpropLabParts> = {
    engine,
    core,
    worker,
    rest() {
      whole ??= new Promise((resolve) => {
        parts.received = resolve;
        run(2);
      });
      return whole;
    },
  };
  globalThis.backpropLabParts = parts;
  run(1);
} catch (reason) {
  const alert = document.createElement("p");
  alert.role = "alert";
  alert.textContent = `${words.title}. ${reason}`;
  document.body.append(alert);
}
