/** Unpacks LZMA, as tools/shipping/packed.mjs packs: a fifth smaller than deflate, which browsers bring.
 *  After the LZMA specification (I. Pavlov, 2015): bits with adaptive probabilities, read by a range decoder, say
 *  literals, matches, and repeats of the last four distances. What is unpacked is our own: it is not validated.
 *
 *  It runs once, while the page starts, in code that is not compiled well yet: loops over the bits of a tree keep range
 *  and code in variables of their own, which is twice as fast then. */

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
  const header = new DataView(packed.buffer, packed.byteOffset);
  const size = header.getUint32(5, true);
  const out = new Uint8Array(size);
  const probabilities = new Uint16Array(literals + (0x300 << (lc + lp))).fill(1024);
  // Both are 32 bits without a sign, kept as the engine keeps small integers: with one.
  let range = -1;
  let code = header.getInt32(14); // the stream's first byte is always 0
  let at = 18;

  const bit = (i: number): number => {
    const p = probabilities[i];
    const bound = Math.imul(range >>> 11, p) >>> 0;
    const one = code >>> 0 >= bound;
    if (one) {
      range = (range - bound) | 0;
      code = (code - bound) | 0;
      probabilities[i] = p - (p >>> 5);
    } else {
      range = bound | 0;
      probabilities[i] = p + ((2048 - p) >>> 5);
    }
    if (range >>> 0 < 0x1000000) {
      range <<= 8;
      code = (code << 8) | packed[at++];
    }
    return one ? 1 : 0;
  };

  /** The node of a tree to which its bits lead; its leaves begin at 2^bits. With a guess, a byte: as long as each bit is
   *  the guessed one, it has probabilities of its own. */
  const leaf = (base: number, bits: number, guess = -1): number => {
    let [node, r, c] = [1, range, code];
    let guessing = guess >= 0 ? 0x100 : 0;
    for (const end = 1 << bits; node < end; ) {
      guess <<= 1;
      const guessed = guess & guessing;
      const i = base + guessing + guessed + node;
      const p = probabilities[i];
      const bound = Math.imul(r >>> 11, p) >>> 0;
      if (c >>> 0 < bound) {
        r = bound | 0;
        probabilities[i] = p + ((2048 - p) >>> 5);
        node <<= 1;
        guessing &= ~guessed;
      } else {
        r = (r - bound) | 0;
        c = (c - bound) | 0;
        probabilities[i] = p - (p >>> 5);
        node = (node << 1) | 1;
        guessing &= guessed;
      }
      if (r >>> 0 < 0x1000000) {
        r <<= 8;
        c = (c << 8) | packed[at++];
      }
    }
    range = r;
    code = c;
    return node;
  };
  /** A number by a tree, its lowest bit first. */
  const reversed = (base: number, bits: number): number => {
    let [node, value] = [1, 0];
    for (let i = 0; i < bits; i++) {
      const b = bit(base + node);
      node = (node << 1) | b;
      value |= b << i;
    }
    return value;
  };
  /** A number of bits that are 0 and 1 alike. */
  const even = (bits: number): number => {
    let value = 0;
    for (let i = 0; i < bits; i++) {
      range >>>= 1;
      const one = code >>> 0 >= range;
      if (one) code = (code - range) | 0;
      value = (value << 1) | (one ? 1 : 0);
      if (range < 0x1000000) {
        range <<= 8;
        code = (code << 8) | packed[at++];
      }
    }
    return value;
  };
  const lengthAt = (base: number, position: number): number => {
    if (!bit(base)) return leaf(base + 2 + position * 8, 3) - 8 + 2;
    if (!bit(base + 1)) return leaf(base + 130 + position * 8, 3) - 8 + 10;
    return leaf(base + 258, 8) - 256 + 18;
  };
  const distanceFor = (length: number): number => {
    const slot = leaf(slots + (Math.min(length - 2, 3) << 6), 6) - 64;
    if (slot < 4) return slot;
    const bits = (slot >> 1) - 1;
    const high = (2 | (slot & 1)) << bits;
    if (slot < 14) return high + reversed(distances + high - slot - 1, bits);
    return high + (even(bits - 4) << 4) + reversed(align, 4);
  };

  let state = 0;
  let [rep0, rep1, rep2, rep3] = [0, 0, 0, 0];
  const repeatOther = (): void => {
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

  for (let n = 0; n < size; ) {
    const position = n & posMask;
    if (!bit(isMatch + (state << 4) + position)) {
      const before = n > 0 ? out[n - 1] : 0;
      const base = literals + 0x300 * (((n & ((1 << lp) - 1)) << lc) + (before >> (8 - lc)));
      out[n] = leaf(base, 8, state >= 7 ? out[n - rep0 - 1] : -1); // after a match, what it would go on with is a guess
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
      if (other) repeatOther();
      const short = !other && !bit(isRep0Long + (state << 4) + position);
      if (!short) length = lengthAt(repLength, position);
      state = state < 7 ? (short ? 9 : 8) : 11;
    }
    for (const end = n + length; n < end; n++) out[n] = out[n - rep0 - 1];
  }
  return out;
}
