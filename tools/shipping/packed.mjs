import { execFileSync } from "node:child_process";

/** Python packs: Emscripten needs it anyway, and it lets us say how. With the kinds of bits that lc=4 and pb=0 tell apart,
 *  scripts and WebAssembly become smallest. */
const program = `
import lzma, sys
how = {"id": lzma.FILTER_LZMA1, "preset": 9 | lzma.PRESET_EXTREME, "dict_size": 2**24, "lc": 4, "lp": 0, "pb": 0}
sys.stdout.buffer.write(lzma.compress(sys.stdin.buffer.read(), lzma.FORMAT_RAW, filters=[how]))`;

/** Packs bytes by LZMA, as web/engine/unpacked.ts unpacks them: how many there are, in 4 bytes, and the stream.
 *  @param {Uint8Array} bytes @returns {Uint8Array} */
export function packed(bytes) {
  const count = Buffer.alloc(4);
  count.writeUInt32LE(bytes.length);
  const stream = execFileSync("python3", ["-c", program], { input: bytes, maxBuffer: 2 ** 26 });
  return Buffer.concat([count, stream]);
}
