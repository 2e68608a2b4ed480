/** The only script of the one file that runs as it stands there: it unpacks the rest, by LZMA a fifth smaller than hosts
 *  would send it, and starts the page. The policy names the page's script by its hash (tools/shipping/pages.mjs). */
import { unpacked } from "../engine/lzma";

declare global {
  /** What the one file holds besides its page's script; undefined where each is a file of its own. */
  var backpropLabParts: { engine: string; core: Uint8Array<ArrayBuffer> } | undefined;
}

const holder = document.getElementById("backprop-lab-packed")!;
const base64 = atob(holder.textContent!);
const packed = new Uint8Array(base64.length);
for (let i = 0; i < packed.length; i++) packed[i] = base64.charCodeAt(i);

const bytes = unpacked(packed);
const [pageEnd, engineEnd] = holder.dataset.ends!.split(" ").map(Number);
const text = (from: number, to: number) => new TextDecoder().decode(bytes.subarray(from, to));

globalThis.backpropLabParts = { engine: text(pageEnd, engineEnd), core: bytes.subarray(engineEnd) };
const page = document.createElement("script");
page.type = "module";
page.textContent = text(0, pageEnd);
document.body.append(page);
