/** Bytes as text that may stand in a script element and that hosts pack well. Six bits of 0 … 33 are a character; with 34 …
 *  63 a seventh bit goes along. That is just what gzip then spends on the character; and in 94 characters it finds fewer
 *  accidental repeats than in base64's 64, which it writes down at a loss. A page of 200 kB is 0.7 kB less after gzip and 19
 *  kB less on disk. Blanks count: nothing may tidy this text. */

/** The printable characters of ASCII but "<", with which markup begins: 34 of 6 bits, 60 of 7. */
const characters = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).filter((c) => c !== "<");
const short = 128 - characters.length;

/** @param {Uint8Array} bytes @returns {string} as bindings/unpacker.cpp reads it */
export function printable(bytes) {
  let text = "";
  let bits = 0;
  let count = 0;
  const write = () => {
    const next = (bits >> (count - 7)) & 127;
    const isShort = next >> 1 < short;
    text += characters[isShort ? next >> 1 : next - short];
    count -= isShort ? 6 : 7;
    bits &= (1 << count) - 1;
  };
  for (const byte of bytes) {
    bits = (bits << 8) | byte;
    count += 8;
    while (count >= 7) write();
  }
  if (count > 0) {
    bits <<= 7 - count;
    count = 7;
    write();
  }
  return text;
}
