/** The worker: a Clock behind messages. The first message is the compiled core; each later one a call. */
import { Clock } from "./clock";
import { type CoreModule, instantiate } from "./module";
import { inOneBuffer } from "./oneBuffer";
import type { Description } from "./protocol";
import type { Answer, Call } from "./remote";
import type { Started } from "./startWorker";

const scope = self as unknown as DedicatedWorkerGlobalScope;
let clock: Clock | undefined;
let postedTable: Description["table"] | undefined;

/** Begins to listen. */
export function serveCalls(): void {
  scope.onmessage = ({ data }: MessageEvent<WebAssembly.Module | Call>) =>
    data instanceof WebAssembly.Module ? start(data) : answer(data);
}

async function start(wasm: WebAssembly.Module): Promise<void> {
  let core: CoreModule;
  try {
    core = await instantiate(wasm);
    clock = new Clock(core);
  } catch (error) {
    return scope.postMessage({ failure: String(error) } satisfies Started);
  }
  scope.postMessage({ fields: [...clock.fields] } satisfies Started);
  warmUp(core);
}

/** Browsers compile a function when it is first called. The page's first questions are asked here, while it may still be
 *  getting ready to ask, of an experiment of which nothing is kept. */
function warmUp(core: CoreModule): void {
  const experiment = core.create({}).value!;
  const held = new Float64Array(experiment.describe(0).table!.columns.length);
  experiment.frame({
    field: { columns: [0, 1], x: [-1, 1], y: [-1, 1], held, width: 4, height: 4 },
    predictions: true,
  });
  experiment.delete();
}

async function answer({ id, method, args }: Call): Promise<void> {
  try {
    // biome-ignore lint/suspicious/noExplicitAny: the proxy on the page types each call
    const result = withoutKnownTable(await (clock as any)[method](...args));
    if (method !== "frame") return scope.postMessage({ id, result } satisfies Answer);
    const { data, buffer } = inOneBuffer(result, args[1] as ArrayBuffer | undefined);
    scope.postMessage({ id, result: data } satisfies Answer, [buffer]);
  } catch (error) {
    scope.postMessage({ id, failure: String(error) } satisfies Answer);
  }
}

/** A description leaves its table out where the page has it. */
function withoutKnownTable(result: unknown): unknown {
  if (typeof result !== "object" || result === null) return result;
  if ("value" in result) return { ...result, value: withoutKnownTable(result.value) };
  if (!("dataVersion" in result)) return result;
  const description = result as Description;
  if (description.table === postedTable) return { ...description, table: undefined };
  postedTable = description.table;
  return description;
}
