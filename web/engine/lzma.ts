/** Unpacks LZMA, as tools/shipping/packed.mjs packs: a fifth smaller than deflate, which browsers bring.
 *  After the LZMA specification (I. Pavlov, 2015): bits with adaptive probabilities, read by a range decoder, say
 *  literals, matches, and repeats of the last four distances. What is unpacked is our own: it is not validated.
 *
 *  It runs once, while the page starts, in code that is not compiled well yet: loops over the bits of a tree keep range
 *  and code in variables of their own, which is twice as fast then. */

/** Where each kind of bit has its probabilities. The first six kinds have one for each of 12 states. */
const isMatch = 0;
const isRep = 12;
const isRepNot0 = 24;
const isRepNot1 = 36;
const isRepNot2 = 48;
const isRep0Long = 60;
const slots = 72;
const distances = 328;
const align = 443;
const matchLength = 459;
const repLength = 733;
const literals = 1007;

/** So many of the highest bits of the byte before choose a literal's probabilities; its position does not (lc=4, lp=0,
 *  pb=0 in the specification's words). */
const literalContextBits = 4;

/** @param packed  the number of bytes that are packed, in 4 bytes, then the stream */
export function unpacked(packed: Uint8Array): Uint8Array<ArrayBuffer> {
  const header = new DataView(packed.buffer, packed.byteOffset);
  const size = header.getUint32(0, true);
  const out = new Uint8Array(size);
  const probabilities = new Uint16Array(literals + (0x300 << literalContextBits)).fill(1024);
  // Both are 32 bits without a sign, kept as the engine keeps small integers: with one.
  let range = -1;
  let code = header.getInt32(5); // the stream's first byte is always 0
  let at = 9;

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
  const lengthAt = (base: number): number => {
    if (!bit(base)) return leaf(base + 2, 3) - 8 + 2;
    if (!bit(base + 1)) return leaf(base + 10, 3) - 8 + 10;
    return leaf(base + 18, 8) - 256 + 18;
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
    if (!bit(isMatch + state)) {
      const before = n > 0 ? out[n - 1] : 0;
      const base = literals + 0x300 * (before >> (8 - literalContextBits));
      out[n] = leaf(base, 8, state >= 7 ? out[n - rep0 - 1] : -1); // after a match, what it would go on with is a guess
      n++;
      state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
      continue;
    }
    let length = 1;
    if (!bit(isRep + state)) {
      [rep3, rep2, rep1] = [rep2, rep1, rep0];
      length = lengthAt(matchLength);
      rep0 = distanceFor(length);
      state = state < 7 ? 7 : 10;
    } else {
      const other = bit(isRepNot0 + state);
      if (other) repeatOther();
      const short = !other && !bit(isRep0Long + state);
      if (!short) length = lengthAt(repLength);
      state = state < 7 ? (short ? 9 : 8) : 11;
    }
    for (const end = n + length; n < end; n++) out[n] = out[n - rep0 - 1];
  }
  return out;
}
