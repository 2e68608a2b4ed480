/** Figures to tables, and what is asked of them. */
import { medianRatio } from "./measure.js";

export const ours = { double: "Backprop Lab, double", single: "Backprop Lab, single" };
const objects = "objects (playground's manner)";
const convnetjs = "convnetjs 0.3.0";
const itsArithmetic = "convnetjs 0.3.0, its clock stopped";

/** Least ratios of training speed at 2-8-8-1 and 2-32-32-1. */
const asked = [
  { us: ours.double, them: objects, least: 15 },
  { us: ours.double, them: convnetjs, least: 12 },
  { us: ours.single, them: objects, least: 45 },
  { us: ours.single, them: convnetjs, least: 30 },
];
/** Between these the object network is a fair stand-in for playground's, beside convnetjs' arithmetic at 2-8-8-1. */
const [leastFair, mostFair] = [0.6, 1.1];

const ratioOf = ({ rounds }, us, them) => medianRatio(rounds[us], rounds[them]);

const atLeast = (what, value, least) => ({ what, value, asked: `≥ ${least}`, met: value >= least });
const atMost = (what, value, most) => ({ what, value, asked: `≤ ${most}`, met: value <= most });

/** @returns {{what: string, value: number, asked: string, met: boolean}[]} */
export function verdicts({
  training = {},
  kernels = [],
  field = {},
  linear = {},
  firstBoundary,
  frames,
  weights = [],
}) {
  return [
    ...baselineVerdicts(training),
    ...trainingVerdicts(training),
    ...kernels.flatMap(({ what, ratios }) =>
      Object.entries(ratios).map(([place, ratio]) => atLeast(`${place}, WebAssembly / native: ${what}`, ratio, 0.85)),
    ),
    ...Object.entries(field).map(([place, { ratio }]) =>
      atLeast(`${place}, field of 512², coloured / objects' outputs alone`, ratio, 50),
    ),
    ...Object.entries(linear).map(([name, { ratio }]) =>
      atLeast(`${linearNames[name]}: scikit-learn's time / ours`, ratio, 1),
    ),
    ...(firstBoundary === undefined ? [] : [atMost("First boundary on screen, from disk (ms)", firstBoundary, 500)]),
    ...(frames ? frameVerdicts(frames) : []),
    ...weights.map(({ what, gzip, budget }) => atMost(`${what}, after gzip (kB)`, gzip / 1000, budget / 1000)),
  ];
}

const linearNames = { perceptron: "Perceptron, an epoch over 100,000 points", fisher: "Fisher, 1,000,000 points" };

/** Whether the object network is as fast, beside convnetjs, as the tool it stands for: the geometric mean over both
 *  batches at 2-8-8-1. Beside its arithmetic: how slow a machine's clock is says nothing of the object network. Ours are judged beside convnetjs
 *  as it is published. */
export function baselineVerdicts(training) {
  return Object.entries(training).map(([place, rows]) => {
    const ratios = rows
      .filter(({ network }) => network === "2-8-8-1")
      .map((row) => ratioOf(row, objects, itsArithmetic));
    const value = Math.exp(ratios.reduce((sum, ratio) => sum + Math.log(ratio), 0) / ratios.length);
    const met = value >= leastFair && value <= mostFair;
    return {
      what: `${place}, a fair baseline: objects / convnetjs without its clock`,
      value,
      asked: `${leastFair} to ${mostFair}`,
      met,
    };
  });
}

function trainingVerdicts(training) {
  return Object.entries(training).flatMap(([place, rows]) =>
    rows
      .filter(({ network }) => network !== "2-4-2-1")
      .flatMap((row) =>
        asked.map(({ us, them, least }) =>
          atLeast(`${place}, ${row.network}, batch ${row.batch}: ${us} / ${them}`, ratioOf(row, us, them), least),
        ),
      ),
  );
}

/** A page of which nothing was seen, or that trains no more, holds no display rate. */
function frameVerdicts({ frames, tasks, stepsPerSecond, lateFramesOfOurs, longTasks }) {
  const seen = frames > 0 && tasks > 0;
  const none = (what, value) => ({ what, value, asked: "0", met: seen && value === 0 });
  return [
    { what: "Training on 10,000 points: steps a second", value: stepsPerSecond, asked: "> 0", met: stepsPerSecond > 0 },
    none(`Of ${frames} frames meanwhile: over 25 ms by our code on the main thread`, lateFramesOfOurs),
    none(`Of ${tasks} tasks of the main thread meanwhile: over 25 ms`, longTasks),
  ];
}

/** Epochs a second of each contestant, and the ratios of ours to the two that count. */
export function trainingTable(rows) {
  const names = [...new Set(rows.flatMap(({ rates }) => Object.keys(rates)))];
  const heading = ["epochs / s", ...rows.map(({ network, batch }) => `${network} b${batch}`)];
  const rates = names.map((name) => [name, ...rows.map((row) => (name in row.rates ? short(row.rates[name]) : "·"))]);
  const ratios = asked.map(({ us, them }) => [
    `${us} ÷ ${them.split(" ")[0]}`,
    ...rows.map((row) => `${ratioOf(row, us, them).toFixed(1)}×`),
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
