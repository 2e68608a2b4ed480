/** JSON that keeps every number's bits: typed arrays become lists, and −0 stays −0 (JSON.stringify would drop its sign). */

/** @throws TypeError  on what no experiment holds: functions, symbols, NaN, infinities */
export function writeJson(value: unknown): string {
  if (value === null) return "null";
  switch (typeof value) {
    case "number":
      return writeNumber(value);
    case "string":
    case "boolean":
      return JSON.stringify(value);
    case "object":
      if (Array.isArray(value)) return `[${value.map(writeJson).join()}]`;
      if (ArrayBuffer.isView(value)) return `[${Array.from(value as Float64Array, writeNumber).join()}]`;
      return `{${Object.entries(value as object)
        .filter(([, member]) => member !== undefined)
        .map(([name, member]) => `${JSON.stringify(name)}:${writeJson(member)}`)
        .join()}}`;
    default:
      throw new TypeError(`cannot be written as JSON: ${typeof value}`);
  }
}

function writeNumber(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError(`cannot be written as JSON: ${value}`);
  return Object.is(value, -0) ? "-0" : String(value);
}
