/** Names of the model's inputs. */

export const featureNames: Readonly<Record<string, string>> = {
  "x1^2": "x₁²",
  "x2^2": "x₂²",
  "x1*x2": "x₁x₂",
  "sin(x1)": "sin x₁",
  "sin(x2)": "sin x₂",
};

const subscripts = "₀₁₂₃₄₅₆₇₈₉";
const subscript = (n: number) => [...String(n)].map((digit) => subscripts[Number(digit)]).join("");

/** "x1" → "x₁", "x1^2" → "x₁²". */
export function featureName(feature: string): string {
  return featureNames[feature] ?? feature.replace(/^x(\d+)$/, (_, n) => `x${subscript(Number(n))}`);
}
