/** The only script of the one file that runs as it stands there: it unpacks the rest, by LZMA a fifth smaller than hosts
 *  would send it, and starts the page. The policy names the page's script by its hash (tools/shipping/pages.mjs). */
import { bytesOf, unpacked } from "../engine/unpacked";
import { failureCard } from "./failureCard";

declare global {
  /** What the one file holds besides its page's script; undefined where each is a file of its own. */
  var backpropLabParts: { engine: string; core: Uint8Array<ArrayBuffer> } | undefined;
}

try {
  const holder = document.getElementById("backprop-lab-packed")!;
  const bytes = unpacked(bytesOf(holder.textContent!));
  const [pageEnd, engineEnd] = holder.dataset.ends!.split(" ").map(Number);
  const text = (from: number, to: number) => new TextDecoder().decode(bytes.subarray(from, to));

  globalThis.backpropLabParts = { engine: text(pageEnd, engineEnd), core: bytes.subarray(engineEnd) };
  const page = document.createElement("script");
  page.type = "module";
  page.textContent = text(0, pageEnd);
  document.body.append(page);
} catch (reason) {
  document.body.style.cssText = "font: 1rem/1.5 system-ui; max-width: 62ch; margin: 2rem auto; padding: 0 1rem";
  document.body.append(failureCard(String(reason)));
}
