/** Unpacks LZMA, as tools/shipping/corePlugins.mjs packs the core: a fifth smaller than deflate, which browsers bring.
 *  After the LZMA specification (I. Pavlov, 2015): bits with adaptive probabilities, read by a range decoder, say
 *  literals, matches, and repeats of the last four distances. What is unpacked is our own: it is not validated. */

/** Where each kind of bit has its probabilities. */
const isMatch = 0;
const isRep = 192;
const isRepNot0 = 204;
const isRepNot1 = 216;
const isRepNot2 = 228;
const isRep0Long = 240;
const slots = 432;
const distances = 688;
const align = 803;
const matchLength = 819;
const repLength = 1333;
const literals = 1847;

/** @param packed  header of 13 bytes (properties, size of the dictionary, size of what is packed), then the stream */
export function unpacked(packed: Uint8Array): Uint8Array<ArrayBuffer> {
  const lc = packed[0] % 9;
  const lp = ((packed[0] / 9) | 0) % 5;
  const posMask = (1 << ((packed[0] / 45) | 0)) - 1;
  const size = new DataView(packed.buffer, packed.byteOffset).getUint32(5, true);
  const out = new Uint8Array(size);
  const probabilities = new Uint16Array(literals + (0x300 << (lc + lp))).fill(1024);
  let at = 14; // the stream's first byte is always 0
  let range = 0xffffffff;
  let code = 0;
  for (let i = 0; i < 4; i++) code = ((code << 8) | packed[at++]) >>> 0;

  const refill = () => {
    if (range >= 0x1000000) return;
    range = (range << 8) >>> 0;
    code = ((code << 8) | packed[at++]) >>> 0;
  };
  const bit = (i: number): number => {
    const p = probabilities[i];
    const bound = (range >>> 11) * p;
    const one = code >= bound;
    if (one) {
      range -= bound;
      code -= bound;
      probabilities[i] = p - (p >>> 5);
    } else {
      range = bound;
      probabilities[i] = p + ((2048 - p) >>> 5);
    }
    refill();
    return one ? 1 : 0;
  };
  const tree = (base: number, bits: number): number => {
    let node = 1;
    for (let i = 0; i < bits; i++) node = (node << 1) | bit(base + node);
    return node - (1 << bits);
  };
  const reversedTree = (base: number, bits: number): number => {
    let node = 1;
    let value = 0;
    for (let i = 0; i < bits; i++) {
      const b = bit(base + node);
      node = (node << 1) | b;
      value |= b << i;
    }
    return value;
  };
  const evenBits = (bits: number): number => {
    let value = 0;
    for (let i = 0; i < bits; i++) {
      range >>>= 1;
      const one = code >= range;
      if (one) code -= range;
      value = (value << 1) | (one ? 1 : 0);
      refill();
    }
    return value;
  };
  const lengthAt = (base: number, position: number): number => {
    if (!bit(base)) return 2 + tree(base + 2 + position * 8, 3);
    if (!bit(base + 1)) return 10 + tree(base + 130 + position * 8, 3);
    return 18 + tree(base + 258, 8);
  };
  const distanceFor = (length: number): number => {
    const slot = tree(slots + (Math.min(length - 2, 3) << 6), 6);
    if (slot < 4) return slot;
    const bits = (slot >> 1) - 1;
    const high = (2 | (slot & 1)) << bits;
    if (slot < 14) return high + reversedTree(distances + high - slot - 1, bits);
    return high + (evenBits(bits - 4) << 4) + reversedTree(align, 4);
  };

  let state = 0;
  let [rep0, rep1, rep2, rep3] = [0, 0, 0, 0];
  let n = 0;
  const literal = (): number => {
    const before = n > 0 ? out[n - 1] : 0;
    const base = literals + 0x300 * (((n & ((1 << lp) - 1)) << lc) + (before >> (8 - lc)));
    let symbol = 1;
    if (state >= 7) {
      // After a match, the byte that it would have gone on with is a guess, as long as it is right.
      for (let guess = out[n - rep0 - 1], same = true; same && symbol < 0x100; guess <<= 1) {
        const guessed = (guess >> 7) & 1;
        const b = bit(base + ((1 + guessed) << 8) + symbol);
        symbol = (symbol << 1) | b;
        same = b === guessed;
      }
    }
    while (symbol < 0x100) symbol = (symbol << 1) | bit(base + symbol);
    return symbol;
  };
  const repeatAgain = (): void => {
    let distance = rep1;
    if (bit(isRepNot1 + state)) {
      distance = rep2;
      if (bit(isRepNot2 + state)) {
        distance = rep3;
        rep3 = rep2;
      }
      rep2 = rep1;
    }
    rep1 = rep0;
    rep0 = distance;
  };

  while (n < size) {
    const position = n & posMask;
    if (!bit(isMatch + (state << 4) + position)) {
      out[n] = literal();
      n++;
      state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
      continue;
    }
    let length = 1;
    if (!bit(isRep + state)) {
      [rep3, rep2, rep1] = [rep2, rep1, rep0];
      length = lengthAt(matchLength, position);
      rep0 = distanceFor(length);
      state = state < 7 ? 7 : 10;
    } else {
      const other = bit(isRepNot0 + state);
      if (other) repeatAgain();
      const short = !other && !bit(isRep0Long + (state << 4) + position);
      if (!short) length = lengthAt(repLength, position);
      state = state < 7 ? (short ? 9 : 8) : 11;
    }
    for (const end = n + length; n < end; n++) out[n] = out[n - rep0 - 1];
  }
  return out;
}
