/** What the one file has besides its page's script, put there by web/app/unpackPage.ts. */
import type { Serving } from "./startWorker";

/** What one script of the page has for another. */
export type Exports = Record<string, unknown>;

export interface PageParts {
  /** The script of web/engine/engineScript.ts. */
  engine: string;
  core: Promise<WebAssembly.Module>;
  /** The first, which began while the page was unpacked; whoever takes it leaves none. */
  worker: Promise<Serving> | undefined;
  /** Of the page's script, for the panels'. */
  page?: Exports;
  /** What the page imports later, unpacked when it is first asked for. */
  rest(): Promise<Exports>;
  /** The panels' script says that it is there. */
  received?(rest: Exports): void;
}

declare global {
  /** Undefined where each is a file of its own. */
  var backpropLabParts: PageParts | undefined;
}
