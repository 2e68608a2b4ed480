/** Numbers as the page shows them: a real minus sign, decimals that stay where they are. And back. */

export const minus = "\u2212";
const superscripts: Record<string, string> = {
  "-": "⁻",
  "0": "⁰",
  "1": "¹",
  "2": "²",
  "3": "³",
  "4": "⁴",
  "5": "⁵",
  "6": "⁶",
  "7": "⁷",
  "8": "⁸",
  "9": "⁹",
};

export interface NumberFormat {
  /** Digits after the decimal point. Default 4. */
  digits?: number;
  /** A plus sign before positive numbers. */
  signed?: boolean;
}

/** With a fixed number of decimals, so that columns align: "−0.0412". Numbers that would lose themselves in zeros or
 *  run over a million are written with a power of ten: "1.28 × 10⁻⁵". What is no number: "—"; infinities: "∞", "−∞". */
export function formatNumber(value: number, { digits = 4, signed = false }: NumberFormat = {}): string {
  if (Number.isNaN(value)) return "—";
  const size = Math.abs(value);
  const sign = value < 0 ? minus : signed && value > 0 ? "+" : "";
  if (size === Number.POSITIVE_INFINITY) return `${sign}∞`;
  const tooSmall = size > 0 && size < 0.5 * 10 ** -digits;
  if (tooSmall || size >= 1e6) return sign + powerOfTen(size.toExponential(2));
  const text = size.toFixed(digits);
  return sign + text;
}

/** With the fewest digits that tell this number from every other: "0.3", "−2", "1e−8". For values that can be edited. */
export function formatExact(value: number): string {
  return String(value).replaceAll("-", minus).replace("e+", "e");
}

/** Up to so many significant digits and no idle zeros: "0.25", "1.5 × 10⁻⁷". For words and captions. */
export function formatShort(value: number, significant = 4): string {
  if (!Number.isFinite(value)) return formatNumber(value);
  const size = Math.abs(value);
  const sign = value < 0 ? minus : "";
  const rounded = Number(size.toPrecision(significant));
  return sign + (size > 0 && (size < 1e-4 || size >= 1e7) ? powerOfTen(rounded.toExponential()) : String(rounded));
}

/** As `formatShort`, rounded up: what is to be exceeded must not be read as less. */
export function formatAtLeast(value: number): string {
  const unit = 10 ** (Math.floor(Math.log10(value)) - 3); // of the fourth digit
  return formatShort(value > 0 ? Math.ceil(value / unit) * unit : value);
}

const counts = new Intl.NumberFormat("en-US"); // made once: making one is dear

/** A whole number with its thousands apart: "10,000". */
export function formatCount(value: number): string {
  return counts.format(Math.round(value)).replace("-", minus);
}

/** A share as a percentage: "93.3 %" (with a space that does not break). */
export function formatPercent(share: number, digits = 1): string {
  return Number.isFinite(share) ? `${formatNumber(100 * share, { digits })}\u00a0%` : "—";
}

/** @param exponential  as JavaScript writes it: "1.5e-7" */
function powerOfTen(exponential: string): string {
  const [mantissa, exponent] = exponential.split("e");
  const raised = [...String(Number(exponent))].map((character) => superscripts[character]).join("");
  return `${mantissa}\u00a0×\u00a010${raised}`;
}

/** Reads what a person typed: "0.3", "−2", "1e−4", "1,5" (a decimal comma), "10,000". Nothing if it is no finite number. */
export function parseNumber(text: string): number | undefined {
  let plain = text
    .trim()
    .replaceAll(minus, "-")
    .replace(/[\s\u00a0\u202f_]/g, "");
  if (/^[+-]?\d{1,3}(,\d{3})+(\.\d*)?$/.test(plain)) plain = plain.replaceAll(",", "");
  else if (/^[+-]?\d*,\d*(e[+-]?\d+)?$/i.test(plain)) plain = plain.replace(",", ".");
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain)) return undefined;
  const value = Number(plain);
  return Number.isFinite(value) ? value : undefined;
}
