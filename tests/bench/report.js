/** Figures to tables, and what is asked of them. */

export const ours = { double: "Backprop Lab, double", single: "Backprop Lab, single" };
const objects = "objects (playground's manner)";
const convnetjs = "convnetjs 0.3.0";

/** Least ratios of training speed at 2-8-8-1 and 2-32-32-1. */
const asked = [
  { us: ours.double, them: objects, least: 15 },
  { us: ours.double, them: convnetjs, least: 12 },
  { us: ours.single, them: objects, least: 45 },
  { us: ours.single, them: convnetjs, least: 30 },
];
/** Between these the object network is a fair stand-in for playground's, beside convnetjs at 2-8-8-1. */
export const fairBaseline = [0.6, 1.1];

/** Geometric mean over both batches at 2-8-8-1. */
export function baselineRatio(rows) {
  const ratios = rows
    .filter(({ network }) => network === "2-8-8-1")
    .map(({ rates }) => rates[objects] / rates[convnetjs]);
  return Math.exp(ratios.reduce((sum, ratio) => sum + Math.log(ratio), 0) / ratios.length);
}

/** @returns {{what: string, value: number, asked: string, met: boolean}[]} */
export function verdicts({ training = {}, kernels = [], field, linear = {}, firstBoundary, frames }) {
  const found = [];
  for (const [place, rows] of Object.entries(training)) {
    for (const { network, batch, rates } of rows) {
      if (network === "2-4-2-1") continue;
      for (const { us, them, least } of asked) {
        const value = rates[us] / rates[them];
        found.push({
          what: `${place}, ${network}, batch ${batch}: ${us} / ${them}`,
          value,
          asked: `≥ ${least}`,
          met: value >= least,
        });
      }
    }
  }
  for (const { what, native, wasm } of kernels) {
    found.push({
      what: `WebAssembly / native: ${what}`,
      value: wasm / native,
      asked: "≥ 0.85",
      met: wasm / native >= 0.85,
    });
  }
  if (field) {
    const value = field[objects] / field[ours.single];
    found.push({ what: "Field of 512², coloured / objects' outputs alone", value, asked: "≥ 50", met: value >= 50 });
  }
  for (const [name, { ours: mine, theirs }] of Object.entries(linear)) {
    const what = { perceptron: "Perceptron, an epoch over 100,000 points", fisher: "Fisher, 1,000,000 points" }[name];
    found.push({
      what: `${what}: scikit-learn's time / ours`,
      value: theirs / mine,
      asked: "≥ 1",
      met: theirs >= mine,
    });
  }
  if (firstBoundary !== undefined) {
    found.push({
      what: "First boundary on screen, from disk (ms)",
      value: firstBoundary,
      asked: "≤ 500",
      met: firstBoundary <= 500,
    });
  }
  if (frames) {
    found.push({
      what: "Main-thread tasks over 25 ms, training on 10,000 points",
      value: frames.longTasks,
      asked: "0",
      met: frames.longTasks === 0,
    });
  }
  return found;
}

/** Epochs a second of each contestant, and the ratios of ours to the two that count. */
export function trainingTable(rows) {
  const names = [...new Set(rows.flatMap(({ rates }) => Object.keys(rates)))];
  const heading = ["epochs / s", ...rows.map(({ network, batch }) => `${network} b${batch}`)];
  const rates = names.map((name) => [name, ...rows.map((row) => (name in row.rates ? short(row.rates[name]) : "·"))]);
  const ratios = asked.map(({ us, them }) => [
    `${us} ÷ ${them.split(" ")[0]}`,
    ...rows.map((row) => `${(row.rates[us] / row.rates[them]).toFixed(1)}×`),
  ]);
  return table([heading, ...rates, ...ratios]);
}

export function verdictTable(found) {
  return table([
    ["", "reached", "asked", ""],
    ...found.map(({ what, value, asked: limit, met }) => [
      what,
      value.toFixed(value < 10 ? 2 : 1),
      limit,
      met ? "met" : "MISSED",
    ]),
  ]);
}

function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows
    .map((row) => row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join("  "))
    .join("\n");
}

/** 138000 → "138k", 2430 → "2.43k". */
function short(rate) {
  return rate >= 1000 ? `${Number((rate / 1000).toPrecision(3))}k` : `${Number(rate.toPrecision(3))}`;
}
