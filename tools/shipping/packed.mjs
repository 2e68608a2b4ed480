import { compress } from "lzma1";

/** Packs bytes by LZMA, as web/engine/lzma.ts unpacks them. @param {Uint8Array} bytes @returns {Uint8Array} */
export const packed = (bytes) => compress(bytes, 9);
