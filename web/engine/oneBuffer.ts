/** What a worker posts to the page, with its arrays in one buffer that is handed over. A page that is given some twenty
 *  buffers sixty times a second has, every other second, tens of milliseconds of work to free them. It may hand a buffer back. */

type Numbers = Float32Array | Float64Array;

const isNumbers = (value: unknown): value is Numbers => value instanceof Float64Array || value instanceof Float32Array;

/** A copy of plain data; its arrays of floating-point numbers are views of the buffer.
 *  @param spare  the buffer, if there is room in it, and not far too much */
export function inOneBuffer<Data>(data: Data, spare?: ArrayBuffer): { data: Data; buffer: ArrayBuffer } {
  const size = bytesOf(data);
  const fits = spare !== undefined && spare.byteLength >= size && spare.byteLength <= 2 * size + 65536;
  const buffer = fits ? spare : new ArrayBuffer(Math.ceil(size * 1.25)); // curves grow
  let end = 0;
  const copied = (value: unknown): unknown => {
    if (isNumbers(value)) {
      const begin = end;
      end += aligned(value.byteLength);
      const copy =
        value instanceof Float64Array
          ? new Float64Array(buffer, begin, value.length)
          : new Float32Array(buffer, begin, value.length);
      copy.set(value);
      return copy;
    }
    if (Array.isArray(value)) return value.map(copied);
    if (!isGroup(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, copied(member)]));
  };
  return { data: copied(data) as Data, buffer };
}

function bytesOf(value: unknown): number {
  if (isNumbers(value)) return aligned(value.byteLength);
  return isGroup(value) ? Object.values(value).reduce((sum: number, member) => sum + bytesOf(member), 0) : 0;
}

/** So that an array of doubles may begin after one of singles. */
const aligned = (bytes: number) => Math.ceil(bytes / 8) * 8;

const isGroup = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !ArrayBuffer.isView(value);
