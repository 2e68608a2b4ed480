/** What is wrong, said: one sentence for each code of the core, naming field, value and what is allowed. */
import type { LabError } from "../../engine/protocol";
import { choices, fields, shares } from "./names";

const minus = "\u2212";
const types: Readonly<Record<string, string>> = {
  text: "a text",
  number: "a number",
  "number, text": "a number or a text",
  list: "a list",
  object: "a group of fields",
  boolean: "yes or no (true or false)",
  table: "a table of points",
  header: "a first line with the columns’ names",
};

/** Members of a list. */
const indexed: readonly [RegExp, (index: number) => string][] = [
  [/^model\.hidden\[(\d+)\]$/, (i) => `Layer ${i + 2}`], // the inputs are layer 1
  [/^model\.features\[(\d+)\]$/, (i) => `Feature ${i + 1}`],
  [/^data\.inputs\[(\d+)\]$/, (i) => `Input ${i + 1}`],
  [/^columns\[(\d+)\]$/, (i) => `Name of column ${i + 1}`],
  [/^classes\[(\d+)\]$/, (i) => `Name of class ${i + 1}`],
  [/^values\[(\d+)\]$/, (i) => `Number ${i + 1} of the points`],
  [/^targets\[(\d+)\]$/, (i) => `Target of point ${i + 1}`],
  [/^test\[(\d+)\]$/, (i) => `Test mark of point ${i + 1}`],
  [/^rows\[(\d+)\]$/, (i) => `Point ${i + 1} of the selection`],
  [/^journal\[(\d+)\]$/, (i) => `Change ${i + 1} of the journal`],
];

const named: Readonly<Record<string, string>> = {
  ...fields,
  "": "The text",
  text: "The text",
  delimiter: "The character between columns",
  target: "The target",
  columns: "The table's list of columns",
  values: "The table's list of numbers",
  targets: "The table's list of targets",
  classes: "The table's list of classes",
  test: "The table's test marks",
  neurons: "Number of neurons",
  activation: "Activation",
  data: "The part about the points",
  model: "The part about the model",
  cost: "The part about the cost",
  learner: "The part about learning",
  stop: "The part about stopping",
  spec: "The description of the experiment",
  journal: "The journal of changes",
  step: "The step",
  version: "The version",
  index: "The weight",
  value: "The weight's value",
  file: "The file",
  link: "The link",
  memory: "What was remembered here",
};

/** A member of its own: "constructor" is in no table of ours. */
const lookUp = (table: Readonly<Record<string, string>>, key: string) =>
  Object.hasOwn(table, key) ? table[key] : undefined;

/** A field in a reader's words: "Learning rate α", "Layer 4". */
export function fieldName(path: string): string {
  const name = lookUp(named, path);
  if (name !== undefined) return name;
  for (const [pattern, name] of indexed) {
    const match = pattern.exec(path);
    if (match) return name(Number(match[1]));
  }
  const short = path.replace(/^data\.table\./, "");
  if (short !== path) return fieldName(short);
  if (/^line \d+/.test(path)) return path.replace("line", "Line");
  return `“${path}”`;
}

/** "(0, 100]" → "more than 0 and at most 100". What is no interval stays as it is. */
export function intervalInWords(allowed: string): string {
  const match = /^([[(])\s*([^,\s]+)\s*,\s*([^,\s\])]+)\s*([\])])$/.exec(allowed.trim());
  if (!match) return allowed;
  const [, open, low, high, close] = match;
  const signed = (number: string) => number.replaceAll("-", minus);
  if (high === "∞") return open === "(" ? `more than ${signed(low)}` : `at least ${signed(low)}`;
  if (open === "[" && close === "]") return low === high ? signed(low) : `from ${signed(low)} to ${signed(high)}`;
  const from = open === "(" ? `more than ${signed(low)}` : `at least ${signed(low)}`;
  return `${from} and ${close === ")" ? "less than" : "at most"} ${signed(high)}`;
}

/** Identifiers in a reader's words: "squaredError, huber; model.output = sigmoid" → "squared error, Huber; or Output: sigmoid". */
function listInWords(allowed: string): string {
  const words = (list: string) =>
    list
      .split(/,\s*/)
      .map((part) => lookUp(choices, part) ?? lookUp(fields, part) ?? part)
      .join(", ");
  const clauses = allowed.split(/;\s*/).map((clause) => {
    const [, field, list] = /^([\w.]+) = (.*)$/.exec(clause) ?? [];
    return field ? `${fieldName(field)}: ${words(list)}` : words(clause);
  });
  return clauses.join("; or ");
}

const allowedInWords = (allowed: string) => (/^[[(]/.test(allowed) ? intervalInWords(allowed) : listInWords(allowed));
const quoted = (value: string) => `“${lookUp(choices, value) ?? value.replace(/^-(?=[\d.])/, minus)}”`;

/** "7 columns"; an interval or a number in words before a noun. */
const many = (count: string, noun: string) => `${allowedInWords(count)} ${noun}${count === "1" ? "" : "s"}`;

/** A length in what it counts: characters of a name, columns of a line of CSV, and otherwise members. */
function lengthSentence({ field, value, allowed }: LabError): string {
  const name = fieldName(field);
  if (/^line \d+$/.test(field)) return `${name} has ${many(value, "column")}; it must have ${many(allowed, "column")}.`;
  if (/^line/.test(field)) return `${name}: a name must have ${many(allowed, "character")}; ${quoted(value)} has not.`;
  if (/\]$/.test(field)) return `${name} must have ${many(allowed, "character")}, not ${value}.`;
  return `${name}: there must be ${allowedInWords(allowed)}, not ${value}.`;
}

/** More than there may be: classes, lines with points, or simply the size of it all. */
function tooLargeSentence({ field, value, allowed }: LabError): string {
  const name = fieldName(field);
  if (/^line \d+$/.test(field))
    return `${name} is point ${value}; of points with so many columns there may be ${allowed}.`;
  if (/^line/.test(field)) return `${name}: with ${quoted(value)} there are too many classes; there may be ${allowed}.`;
  return `${name} is too large, ${value}; the limit is ${allowed}.`;
}

const inPercent = (numbers: string) =>
  numbers.replace(/-?[\d.]+(e[+-]?\d+)?/g, (share) => String(Number((100 * Number(share)).toFixed(6))));

/** What is wrong with a part of a change or a layer is said of that part: "Change 2 of the journal: Learning rate α must be …" */
export function sentence(error: LabError, name?: string): string {
  const [, whole, part] = /^(\w+(?:\.\w+)?\[\d+\])\.(.+)$/.exec(error.field) ?? [];
  if (part) return `${fieldName(whole)}: ${sentence({ ...error, field: part })}`;
  const field = name ?? fieldName(error.field);
  if (error.code === "outOfRange" && shares.has(error.field)) {
    return `${field} must be ${intervalInWords(inPercent(error.allowed))} %, not “${inPercent(error.value).replace("-", minus)} %”.`;
  }
  const value = quoted(error.value);
  const allowed = allowedInWords(error.allowed);
  switch (error.code) {
    case "notANumber":
      return `${field} must be a finite number, ${allowed}; ${value} is none.`;
    case "notAnInteger":
      return `${field} must be a whole number, ${allowed}; ${value} is none.`;
    case "outOfRange":
      return `${field} must be ${allowed}, not ${value}.`;
    case "unknown":
      return `${field}: ${value} is not known. Possible: ${allowed}.`;
    case "wrongType":
      return `${field} must be ${lookUp(types, error.allowed) ?? allowed}; ${value} is not.`;
    case "wrongLength":
      return lengthSentence(error);
    case "missing":
      if (error.field === "text") return "There is no text to read: it must have a line for each point.";
      return `${field} is missing; it must be ${lookUp(types, error.allowed) ?? allowed}.`;
    case "unexpected":
      return `“${error.field}” is not a field that this page knows. Known: ${allowed}.`;
    case "incompatible":
      return `${field}: ${value} does not go with the rest. What would go: ${lookUp(types, error.allowed) ?? allowed}.`;
    case "tooLarge":
      return tooLargeSentence(error);
    case "tooDeep":
      return `${field} cannot be read: its brackets stand more than ${allowed} deep in one another.`;
    case "newerVersion":
      return `This was written by a newer version of Backprop Lab (${error.value}); this one reads ${allowed}.`;
    case "malformed":
      return `${field} cannot be read${error.value ? ` at ${value}` : ""}. Expected: ${allowed}.`;
    case "broken":
      return `The engine broke off${error.field === "memory" ? "" : ", and nothing moves any more"}. It said: ${value}.`;
    case "duplicate":
      return `${field}: ${value} is there twice; once is allowed.`;
    default:
      return `${field}: ${value} cannot be used (${error.code}). Allowed: ${allowed}.`;
  }
}
