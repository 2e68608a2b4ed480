/** Unpacks what tools/shipping/packed.mjs packs, by bindings/unpacker.cpp and joiner.cpp. */
import { base64 } from "virtual:unpacker";

/** As much of WebAssembly's memory as it grows by. */
const pageSize = 65536;

/** What unpacker.cpp and joiner.cpp export: addresses and numbers of bytes. */
interface Unpacker {
  memory: WebAssembly.Memory;
  readPrintable(text: number, count: number): number;
  begin(from: number, to: number): void;
  unpack(count: number): void;
  join(from: number, to: number): void;
}

export interface Unpacked {
  /** Of WebAssembly. */
  module: Uint8Array<ArrayBuffer>;
  /** Bytes of what was packed with it, up to its end if that is left open: unpacked when they are asked for. */
  rest(first: number, end?: number): Uint8Array<ArrayBuffer>;
}

/** @param packed  bytes, or the text that tools/shipping/printable.mjs makes of them. Throws where WebAssembly is refused */
export function unpacked(packed: Uint8Array | string): Unpacked {
  const instance = new WebAssembly.Instance(new WebAssembly.Module(bytesOf(base64)));
  const { memory, readPrintable, begin, unpack, join } = instance.exports as unknown as Unpacker;
  const roomFor = (bytes: number) => pageSize * memory.grow(Math.ceil(bytes / pageSize));
  const from = roomFor(packed.length);
  const given = new Uint8Array(memory.buffer, from);
  if (typeof packed === "string") {
    new TextEncoder().encodeInto(packed, given);
    readPrintable(from, packed.length);
  } else given.set(packed);
  const [count, separated, size] = new Uint32Array(memory.buffer, from, 3);
  const to = roomFor(count + size);
  begin(from + 12, to);
  unpack(separated);
  if (size > 0) join(to, to + count);
  const buffer = memory.buffer as ArrayBuffer;
  return {
    module: new Uint8Array(buffer, to + count, size),
    rest(first, end = count - separated) {
      unpack(separated + end);
      return new Uint8Array(buffer, to + separated + first, end - first);
    },
  };
}

/** The module, compiled beside the page's own work. */
export const compiled = ({ module }: Unpacked): Promise<WebAssembly.Module> => WebAssembly.compile(module);

/** Of base64. */
export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}
