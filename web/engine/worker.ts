/** The worker: a Clock behind messages. The first message is the compiled core; each later one a call. */
import { Clock } from "./clock";
import { instantiate } from "./module";
import type { Description } from "./protocol";
import type { Answer, Call, Ready } from "./remote";

const scope = self as unknown as DedicatedWorkerGlobalScope;
let clock: Clock | undefined;
let postedTable: Description["table"] | undefined;

scope.onmessage = async ({ data }: MessageEvent<WebAssembly.Module | Call>) => {
  if (data instanceof WebAssembly.Module) {
    clock = new Clock(await instantiate(data));
    scope.postMessage({ fields: [...clock.fields] } satisfies Ready);
    return;
  }
  try {
    // biome-ignore lint/suspicious/noExplicitAny: the proxy on the page types each call
    const result = await (clock as any)[data.method](...data.args);
    const posted = withoutKnownTable(result);
    scope.postMessage({ id: data.id, result: posted } satisfies Answer, data.method === "frame" ? buffersOf(posted) : []);
  } catch (error) {
    scope.postMessage({ id: data.id, failure: String(error) } satisfies Answer);
  }
};

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

/** Every typed array of a frame is its own copy, and so may be handed over. */
function buffersOf(value: unknown): ArrayBuffer[] {
  if (ArrayBuffer.isView(value)) return [value.buffer as ArrayBuffer];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(buffersOf);
}
