/// Puts a WebAssembly module together that tools/shipping/separated.mjs has taken apart: opcodes, local variables,
/// constants and offsets, each kind in a row, pack a tenth smaller than as they stand. What follows which opcode is
/// said by a table that comes along. What is joined is our own: it is not validated.

#include <cstdint>

namespace {

enum Stream { Before, After, Operands, Shape, Locals, Numbers, Offsets, Wide, streamCount };

enum class Operand { None, Block, End, Local, Access, Constant, Number, WideNumber };

constexpr int mostLocals = 1024;

const std::uint8_t* next[streamCount];
std::uint8_t* to;

void copy(Stream stream, unsigned count) {
  for (; count > 0; --count) *to++ = *next[stream]++;
}

/// A number in seven bits a byte.
unsigned number(const std::uint8_t*& from) {
  unsigned value = 0;
  for (int shift = 0;; shift += 7) {
    const unsigned byte = *from++;
    value |= (byte & 127) << shift;
    if (byte < 128) return value;
  }
}

[[gnu::noinline]] unsigned copyNumber(Stream stream) {
  const std::uint8_t* from = next[stream];
  const unsigned value = number(from);
  copy(stream, unsigned(from - next[stream]));
  return value;
}

/// A local variable: its place among all of the function, the one used last first.
void copyLocal(std::uint16_t* latest) {
  unsigned place = number(next[Locals]);
  const std::uint16_t chosen = latest[place];
  for (; place > 0; --place) latest[place] = latest[place - 1];
  latest[0] = chosen;
  if (chosen > 127) *to++ = std::uint8_t(chosen | 128);
  *to++ = std::uint8_t(chosen > 127 ? chosen >> 7 : chosen);
}

/// An opcode and what follows it.  @return  by how much the nesting of blocks grows
int copyInstruction(std::uint16_t* latest) {
  copy(Shape, 1);
  unsigned opcode = to[-1];
  if (opcode >= 0xfc) opcode = (opcode - 0xfb) << 8 | copyNumber(Shape);
  const unsigned entry = next[Operands][opcode];
  const Operand operand = Operand(entry >> 2 & 7);
  const unsigned parameter = entry >> 5;
  if (operand == Operand::Local) copyLocal(latest);
  if (operand == Operand::Access) *to++ = std::uint8_t(parameter), copyNumber(Offsets);
  if (operand == Operand::Constant) copy(Wide, 1u << parameter);
  if (operand == Operand::Number) copyNumber(Numbers);
  if (operand == Operand::WideNumber) copyNumber(Wide);
  unsigned more = entry & 3;
  if (more == 3) more = copyNumber(Shape) + 1;
  for (; more > 0; --more) copyNumber(Shape);
  return (operand == Operand::Block) - (operand == Operand::End);
}

void copyFunction() {
  std::uint8_t* const size = to;
  to += 5;
  for (unsigned groups = 2 * copyNumber(Shape); groups > 0; --groups) copyNumber(Shape);
  static std::uint16_t latest[mostLocals];
  for (int local = 0; local < mostLocals; ++local) latest[local] = std::uint16_t(local);
  for (int depth = 1; depth > 0;) depth += copyInstruction(latest);
  unsigned rest = unsigned(to - size - 5);
  for (int i = 0; i < 5; ++i, rest >>= 7) size[i] = std::uint8_t((rest & 127) | (i < 4 ? 128 : 0));
}

}  // namespace

/// @param from  the streams, each after its size    @param out  room for the module
extern "C" void join(const std::uint8_t* from, std::uint8_t* out) {
  unsigned sizes[streamCount];
  for (unsigned& size : sizes) size = number(from);
  for (int i = 0; i < streamCount; ++i) {
    next[i] = from;
    from += sizes[i];
  }
  to = out;
  copy(Before, sizes[Before]);
  for (unsigned functions = copyNumber(Shape); functions > 0; --functions) copyFunction();
  copy(After, sizes[After]);
}
