/** Unpacks what tools/shipping/packed.mjs packs, by bindings/unpacker.cpp and joiner.cpp. */
import { base64 } from "virtual:unpacker";

/** As much of WebAssembly's memory as it grows by. */
const pageSize = 65536;

/** What unpacker.cpp and joiner.cpp export: addresses and a number of bytes. */
interface Unpacker {
  memory: WebAssembly.Memory;
  begin(from: number, to: number): void;
  unpack(count: number): void;
  join(from: number, to: number): void;
}

export interface Unpacked {
  /** Of WebAssembly. */
  module: Uint8Array<ArrayBuffer>;
  /** Bytes of what was packed with it, up to its end if that is left open: unpacked when they are asked for. */
  rest(from: number, to?: number): Uint8Array<ArrayBuffer>;
}

/** Throws where WebAssembly is refused. */
export function unpacked(packed: Uint8Array): Unpacked {
  const header = new DataView(packed.buffer, packed.byteOffset);
  const [count, separated, size] = [0, 4, 8].map((at) => header.getUint32(at, true));
  const stream = packed.subarray(12);
  const instance = new WebAssembly.Instance(new WebAssembly.Module(bytesOf(base64)));
  const { memory, begin, unpack, join } = instance.exports as unknown as Unpacker;
  const from = pageSize * memory.grow(Math.ceil((stream.length + count + size) / pageSize));
  const to = from + stream.length;
  new Uint8Array(memory.buffer).set(stream, from);
  begin(from, to);
  unpack(separated);
  if (size > 0) join(to, to + count);
  const buffer = memory.buffer as ArrayBuffer;
  return {
    module: new Uint8Array(buffer, to + count, size),
    rest(from, end = count - separated) {
      unpack(separated + end);
      return new Uint8Array(buffer, to + separated + from, end - from);
    },
  };
}

/** Of base64. */
export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}
