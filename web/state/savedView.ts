/** View settings from outside, taken field by field: what is not what it should be is left out. */
import type { Description, Speed } from "../engine/protocol";
import { instrumentNames, type View } from "./view";

type Readers = { [K in keyof View]-?: (value: unknown) => View[K] | undefined };

const oneOf =
  <T extends string>(...allowed: T[]) =>
  (value: unknown): T | undefined =>
    allowed.includes(value as T) ? (value as T) : undefined;

const index = (value: unknown): number | undefined =>
  Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : undefined;

function pair(value: unknown): [number, number] | undefined {
  if (!Array.isArray(value) || value.length !== 2) return undefined;
  const [first, second] = value.map(index);
  return first !== undefined && second !== undefined && first !== second ? [first, second] : undefined;
}

function readSpeed(value: unknown): Speed | undefined {
  if (value === "full") return "full";
  if (typeof value !== "object" || value === null) return undefined;
  const { unit, perSecond } = value as Record<string, unknown>;
  if (unit !== "step" && unit !== "epoch") return undefined;
  if (typeof perSecond !== "number" || !(perSecond > 0 && perSecond <= 1e6)) return undefined;
  return { unit, perSecond };
}

const readers: Readers = {
  planeColumns: pair,
  held: (value) => (value === "mean" ? "mean" : index(value)),
  tool: oneOf("inspect", "draw", "brush", "move", "erase"),
  drawClass: (value) => ((index(value) ?? 6) < 6 ? (value as number) : undefined),
  drawTarget: (value) =>
    typeof value === "number" && Number.isFinite(value) && Math.abs(value) <= 1e9 ? value : undefined,
  instrument: oneOf(...instrumentNames),
  descentPair: pair,
  costScale: oneOf("linear", "log"),
  curve: oneOf("cost", "accuracy"),
  stepUnit: oneOf("update", "epoch"),
  speed: readSpeed,
  theme: oneOf("auto", "light", "dark"),
};

/** Of anything, the view settings that it holds. */
export function readView(input: unknown): Partial<View> {
  if (typeof input !== "object" || input === null) return {};
  const read = Object.entries(readers).map(([name, reader]) => {
    const given = Object.hasOwn(input, name) ? (input as Record<string, unknown>)[name] : undefined;
    return [name, reader(given)] as const;
  });
  return Object.fromEntries(read.filter(([, value]) => value !== undefined)) as Partial<View>;
}

/** Without what does not exist in this experiment: columns, rows, weights. */
export function fitView(view: Partial<View>, { table, parameterCount }: Description): Partial<View> {
  const fitted = { ...view };
  if (fitted.planeColumns?.some((column) => column >= table.columns.length)) delete fitted.planeColumns;
  if (typeof fitted.held === "number" && fitted.held >= table.targets.length) delete fitted.held;
  if (fitted.descentPair?.some((parameter) => parameter >= parameterCount)) delete fitted.descentPair;
  return fitted;
}
