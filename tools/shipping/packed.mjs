import { execFileSync } from "node:child_process";
import { separated } from "./separated.mjs";

/** Python packs: Emscripten needs it anyway, and it lets us say how. With the kinds of bits that lc=4 and pb=0 tell apart,
 *  scripts and WebAssembly become smallest. */
const program = `
import lzma, sys
how = {"id": lzma.FILTER_LZMA1, "preset": 9 | lzma.PRESET_EXTREME, "dict_size": 2**24, "lc": 4, "lp": 0, "pb": 0}
sys.stdout.buffer.write(lzma.compress(sys.stdin.buffer.read(), lzma.FORMAT_RAW, filters=[how]))`;

/** Packs by LZMA, as web/engine/unpacked.ts unpacks it: three sizes in 4 bytes each (of what the stream holds, of the module
 *  taken apart, of the module put together), and the stream.
 *  @param {Uint8Array | undefined} module  of WebAssembly    @param {Uint8Array} rest  @returns {Uint8Array} */
export function packed(module, rest = new Uint8Array(0)) {
  const { streams, size } = module ? separated(module) : { streams: new Uint8Array(0), size: 0 };
  const input = Buffer.concat([streams, rest]);
  const sizes = new Uint32Array([input.length, streams.length, size]);
  const stream = execFileSync("python3", ["-c", program], { input, maxBuffer: 2 ** 26 });
  return Buffer.concat([new Uint8Array(sizes.buffer), stream]);
}
