/**
 * A WebAssembly module taken apart, for bindings/joiner.cpp to put together again: what is alike stands together, and packs
 * a tenth smaller. What is lost has no meaning: sizes of code take five bytes, and an access to memory promises the
 * alignment of its kind. Opcodes after the WebAssembly specification 2.0, chapter 5.4.
 */

/** Each comes after its size, in this order. */
const streamNames = [
  "before", // all before the code
  "after", // all after it
  "operands", // a byte for each opcode, what follows it
  "shape", // the opcodes, and what follows them and is not named here
  "locals", // local variables: places among all of the function, the one used last first
  "numbers", // constants of 32 bits
  "offsets", // of accesses to memory
  "wide", // all other constants
];

/** As many local variables as the joiner tells apart. */
const mostLocals = 1024;

/** What an operand can be, as the joiner counts it. */
const [none, block, end, local, access, constant, number, wideNumber] = [0, 1, 2, 3, 4, 5, 6, 7];
/** More numbers than a fixed count: of labels, then those. */
const labels = 3;

/** From opcode to opcode: what follows, its parameter (of an access the alignment, of a constant the bytes, both as powers
 *  of 2), and how many numbers after it. Those of two bytes begin at 0x100 (0xfc) and 0x200 (0xfd, of vectors). */
const rules = [
  [0x00, 0x01],
  [0x02, 0x04, block, 0, 1],
  [0x05, 0x05],
  [0x0b, 0x0b, end],
  [0x0c, 0x0d, none, 0, 1], // branches
  [0x0e, 0x0e, none, 0, labels],
  [0x0f, 0x0f],
  [0x10, 0x10, none, 0, 1], // calls
  [0x11, 0x11, none, 0, 2],
  [0x1a, 0x1b],
  [0x20, 0x22, local],
  [0x23, 0x24, none, 0, 1], // global variables
  ...[..."23230011001122232301012"].map((alignment, i) => [0x28 + i, 0x28 + i, access, Number(alignment)]),
  [0x3f, 0x40, none, 0, 1], // the memory's size
  [0x41, 0x41, number],
  [0x42, 0x42, wideNumber],
  [0x43, 0x43, constant, 2],
  [0x44, 0x44, constant, 3],
  [0x45, 0xc4],
  [0x100, 0x107],
  [0x108, 0x108, none, 0, 2], // memory.init
  [0x109, 0x109, none, 0, 1],
  [0x10a, 0x10a, none, 0, 2], // memory.copy
  [0x10b, 0x10b, none, 0, 1],
  [0x200, 0x20b, access, 0],
  [0x20c, 0x20d, constant, 4], // and a shuffle's lanes
  [0x20e, 0x214],
  [0x215, 0x222, none, 0, 1], // one lane
  [0x223, 0x253],
  [0x254, 0x25b, access, 0, 1],
  [0x25c, 0x25d, access, 0],
  [0x25e, 0x2ff],
];

const operands = new Map(
  rules.flatMap(([from, to, kind = none, parameter = 0, more = 0]) =>
    Array.from({ length: to - from + 1 }, (_, i) => [from + i, { kind, parameter, more }]),
  ),
);

/** @param {Uint8Array} module
 *  @returns {{ streams: Uint8Array, size: number }}  and the size of what the joiner makes of them
 *  Throws where the code has what the rules do not name. */
export function separated(module) {
  const streams = Object.fromEntries(streamNames.map((name) => [name, []]));
  const code = codeSection(module);
  let at = code.from;
  let size = 0; // of the code, as the joiner writes it
  const copy = (name, count) => {
    streams[name].push(...module.subarray(at, at + count));
    at += count;
    size += count;
  };
  const skipNumber = () => {
    const [value, after] = numberAt(module, at);
    at = after;
    return value;
  };
  const copyNumber = (name) => {
    const [value, after] = numberAt(module, at);
    copy(name, after - at);
    return value;
  };

  const copyInstruction = (latest) => {
    let opcode = module[at];
    copy("shape", 1);
    if (opcode >= 0xfc) opcode = (opcode - 0xfb) * 256 + copyNumber("shape");
    const rule = operands.get(opcode);
    if (!rule) throw new Error(`WebAssembly's opcode 0x${opcode.toString(16)} is not among the rules`);
    if (rule.kind === local) {
      const variable = skipNumber();
      const place = latest.indexOf(variable);
      if (place < 0) throw new Error(`Local variable ${variable} is none of the first ${mostLocals}`);
      latest.splice(place, 1);
      latest.unshift(variable);
      streams.locals.push(...bytesOf(place));
      size += bytesOf(variable).length;
    }
    if (rule.kind === access) {
      skipNumber();
      size += 1;
      copyNumber("offsets");
    }
    if (rule.kind === constant) copy("wide", 2 ** rule.parameter);
    if (rule.kind === number) copyNumber("numbers");
    if (rule.kind === wideNumber) copyNumber("wide");
    for (let more = rule.more === labels ? copyNumber("shape") + 1 : rule.more; more > 0; more--) copyNumber("shape");
    return Number(rule.kind === block) - Number(rule.kind === end);
  };

  for (let functions = copyNumber("shape"); functions > 0; functions--) {
    const bodySize = skipNumber();
    const bodyEnd = at + bodySize;
    size += 5;
    for (let groups = 2 * copyNumber("shape"); groups > 0; groups--) copyNumber("shape");
    const latest = Array.from({ length: mostLocals }, (_, variable) => variable);
    for (let depth = 1; depth > 0; ) depth += copyInstruction(latest);
    if (at !== bodyEnd) throw new Error(`A function ends at byte ${bodyEnd}, by the rules at ${at}`);
  }

  streams.before.push(...module.subarray(0, code.begin + 1), ...inFiveBytes(size));
  streams.after.push(...module.subarray(code.to));
  for (const [opcode, { kind, parameter, more }] of operands) {
    streams.operands[opcode] = (parameter << 5) | (kind << 2) | more;
  }
  for (let opcode = 0; opcode < 0x300; opcode++) streams.operands[opcode] ??= 0;
  const inOrder = streamNames.map((name) => streams[name]);
  return {
    streams: Uint8Array.from([...inOrder.flatMap((stream) => bytesOf(stream.length)), ...inOrder.flat()]),
    size: streams.before.length + size + streams.after.length,
  };
}

/** Where the code's section begins, and from where to where its contents go. */
function codeSection(module) {
  for (let begin = 8; begin < module.length; ) {
    const [size, from] = numberAt(module, begin + 1);
    if (module[begin] === 10) return { begin, from, to: from + size };
    begin = from + size;
  }
  throw new Error("The module has no code");
}

/** A number without a sign, and where it ends; of one with a sign, the end holds. */
function numberAt(bytes, at) {
  for (let value = 0, factor = 1; ; factor *= 128) {
    value += (bytes[at] & 127) * factor;
    if (bytes[at++] < 128) return [value, at];
  }
}

function bytesOf(value) {
  return value < 128 ? [value] : [(value & 127) | 128, ...bytesOf(value >> 7)];
}

function inFiveBytes(value) {
  return [0, 7, 14, 21, 28].map((shift) => ((value >> shift) & 127) | (shift < 28 ? 128 : 0));
}
