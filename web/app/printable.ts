/** The bytes of what tools/shipping/printable.mjs wrote. */
export function bytesOfPrintable(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length);
  let length = 0;
  let bits = 0;
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    let value = text.charCodeAt(i) - 32;
    if (value > 28) value--; // no "<"
    const isShort = value < 34;
    bits = isShort ? (bits << 6) | value : (bits << 7) | (value + 34);
    count += isShort ? 6 : 7;
    if (count < 8) continue;
    count -= 8;
    bytes[length++] = bits >> count;
  }
  return bytes.subarray(0, length);
}
