/** An experiment in a link's fragment: #v1=base64url(deflate-raw(JSON)). Nothing of it reaches a server. */
import type { LabError, Outcome } from "../engine/protocol";
import { type Kept, type KeptInput, readKept, writeKept } from "./kept";

const prefix = "#v1=";

/** Longest fragment that is written or read, in characters: what browsers, mail and chat still carry. */
export const maxLinkLength = 32_000;
/** Longest text that a fragment may unpack to, in bytes: a small link must not become a large one. */
export const maxLinkText = 4 << 20;

/** @return  the fragment with its "#", or "tooLarge" with the length that it would have */
export async function writeFragment(kept: Kept): Promise<Outcome<string>> {
  const packed = await throughStream(new TextEncoder().encode(writeKept(kept)), new CompressionStream("deflate-raw"));
  const fragment = prefix + toBase64Url(packed!);
  if (fragment.length <= maxLinkLength) return { value: fragment };
  return { error: tooLarge(`${fragment.length} characters`, `${maxLinkLength} characters`) };
}

/** @return  nothing where the fragment is not meant as an experiment */
export async function readFragment(fragment: string): Promise<Outcome<KeptInput> | undefined> {
  if (!/^#v\d+=/.test(fragment)) return undefined;
  if (!fragment.startsWith(prefix)) {
    const version = /^#v(\d+)/.exec(fragment)![1];
    return { error: { code: "newerVersion", field: "link", value: version, allowed: "1" } };
  }
  if (fragment.length > maxLinkLength) {
    return { error: tooLarge(`${fragment.length} characters`, `${maxLinkLength} characters`) };
  }
  let text: Uint8Array | undefined;
  try {
    const packed = fromBase64Url(fragment.slice(prefix.length));
    text = await throughStream(packed, new DecompressionStream("deflate-raw"), maxLinkText);
  } catch {
    return {
      error: { code: "malformed", field: "link", value: fragment.slice(0, 24), allowed: "a link made by Share" },
    };
  }
  if (!text) return { error: tooLarge(`more than ${maxLinkText} bytes unpacked`, `${maxLinkText} bytes`) };
  return readKept(new TextDecoder().decode(text), "link");
}

function tooLarge(value: string, allowed: string): LabError {
  return { code: "tooLarge", field: "link", value, allowed };
}

/** @return  nothing where more than `limit` bytes come out */
async function throughStream(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
  limit = Number.POSITIVE_INFINITY,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > limit) {
      await reader.cancel();
      return undefined;
    }
    chunks.push(value as Uint8Array<ArrayBuffer>);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

function toBase64Url(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** @throws  on any other character */
function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  if (!/^[\w-]*$/.test(text)) throw new TypeError("not base64url");
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (character) => character.charCodeAt(0));
}
