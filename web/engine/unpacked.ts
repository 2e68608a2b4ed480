/** Unpacks what tools/shipping/packed.mjs packs, by bindings/unpacker.cpp. */
import { base64 } from "virtual:unpacker";

/** As much of WebAssembly's memory as it grows by. */
const pageSize = 65536;

/** What unpacker.cpp exports: addresses and a number of bytes. */
interface Unpacker {
  memory: WebAssembly.Memory;
  unpack(from: number, to: number, count: number): void;
}

/** @param packed  the number of bytes that are packed, in 4 bytes, then the stream
 *  Throws where WebAssembly is refused. */
export function unpacked(packed: Uint8Array): Uint8Array<ArrayBuffer> {
  const count = new DataView(packed.buffer, packed.byteOffset).getUint32(0, true);
  const stream = packed.subarray(4);
  const instance = new WebAssembly.Instance(new WebAssembly.Module(bytesOf(base64)));
  const { memory, unpack } = instance.exports as unknown as Unpacker;
  const from = pageSize * memory.grow(Math.ceil((stream.length + count) / pageSize));
  const to = from + stream.length;
  new Uint8Array(memory.buffer).set(stream, from);
  unpack(from, to, count);
  return new Uint8Array(memory.buffer as ArrayBuffer, to, count);
}

/** Of base64. */
export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}
