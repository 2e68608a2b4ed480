/// Unpacks LZMA, as tools/shipping/packed.mjs packs: a fifth smaller than deflate, which browsers bring. A WebAssembly
/// module of its own, of two kilobytes: the core itself comes packed. The page waits for it while it starts, when code
/// has not run often enough to be compiled well; there it takes a third of the time that JavaScript takes.
///
/// After the LZMA specification (I. Pavlov, 2015): bits with adaptive probabilities, read by a range decoder, say
/// literals, matches, and repeats of the last four distances. What is unpacked is our own: it is not validated.

#include <cstddef>
#include <cstdint>

namespace {

using Probability = std::uint16_t;  // of a 0, in 2048ths

constexpr unsigned stateCount = 12;
/// So many of the highest bits of the byte before choose a literal's probabilities; its position does not (lc = 4,
/// lp = 0, pb = 0 in the specification's words).
constexpr unsigned literalContextBits = 4;

/// Of a length: two choices, then a tree of 3, 3 or 8 bits.
struct LengthProbabilities {
  Probability choice[2];
  Probability low[8], middle[8], high[256];
};

/// Where each kind of bit has its probabilities.
struct Probabilities {
  Probability isMatch[stateCount], isRepeat[stateCount];
  Probability isOther[stateCount], isOther2[stateCount], isOther3[stateCount], isLong[stateCount];
  Probability slots[4][64];
  Probability distances[115];
  Probability nearest[16];
  LengthProbabilities matchLength, repeatLength;
  Probability literals[1 << literalContextBits][0x300];
};
Probabilities probabilities;

/// The range decoder.
std::uint32_t range, code;
const std::uint8_t* next;

/// Each function below is called often, and so compiled well soon: a long one that runs once would stay as it began.
#define CALLED [[gnu::noinline]]

CALLED unsigned bit(Probability& zero) {
  const std::uint32_t bound = (range >> 11) * zero;
  const bool one = code >= bound;
  if (one) {
    range -= bound;
    code -= bound;
    zero -= zero >> 5;
  } else {
    range = bound;
    zero += (2048 - zero) >> 5;
  }
  if (range < 0x1000000) {
    range <<= 8;
    code = code << 8 | *next++;
  }
  return one;
}

/// A number by a tree of so many bits. With a guess, a byte: as long as each bit is the guessed one, it has
/// probabilities of its own.
CALLED unsigned leaf(Probability* tree, unsigned bits, int guess = -1) {
  unsigned node = 1, guessing = guess >= 0 ? 0x100 : 0;
  for (const unsigned end = 1u << bits; node < end;) {
    guess <<= 1;
    const unsigned guessed = unsigned(guess) & guessing;
    const unsigned one = bit(tree[guessing + guessed + node]);
    node = node << 1 | one;
    guessing &= one ? guessed : ~guessed;
  }
  return node - (1u << bits);
}

/// A number by a tree, its lowest bit first.
CALLED unsigned reversed(Probability* tree, unsigned bits) {
  unsigned node = 1, value = 0;
  for (unsigned i = 0; i < bits; ++i) {
    const unsigned one = bit(tree[node]);
    node = node << 1 | one;
    value |= one << i;
  }
  return value;
}

/// A number of bits that are 0 and 1 alike.
CALLED unsigned even(unsigned bits) {
  unsigned value = 0;
  for (; bits > 0; --bits) {
    range >>= 1;
    const unsigned one = code >= range;
    if (one) code -= range;
    value = value << 1 | one;
    if (range < 0x1000000) {
      range <<= 8;
      code = code << 8 | *next++;
    }
  }
  return value;
}

CALLED unsigned length(LengthProbabilities& p) {
  if (!bit(p.choice[0])) return 2 + leaf(p.low, 3);
  if (!bit(p.choice[1])) return 10 + leaf(p.middle, 3);
  return 18 + leaf(p.high, 8);
}

/// How far back, less 1.
CALLED unsigned distance(unsigned matched) {
  const unsigned slot = leaf(probabilities.slots[matched < 6 ? matched - 2 : 3], 6);
  if (slot < 4) return slot;
  const unsigned bits = (slot >> 1) - 1, high = (2 | (slot & 1)) << bits;
  if (slot < 14) return high + reversed(probabilities.distances + high - slot, bits);
  return high + (even(bits - 4) << 4) + reversed(probabilities.nearest, 4);
}

/// What was unpacked: where it began and where it goes on, the last four distances, and how it came to be.
std::uint8_t *start, *to;
unsigned last[4];
unsigned state;

/// One literal, match or repeat.
CALLED void unpackOne() {
  Probabilities& p = probabilities;
  const auto before = [](unsigned back) { return to[-std::ptrdiff_t(back) - 1]; };
  if (!bit(p.isMatch[state])) {
    const unsigned context = to == start ? 0 : before(0) >> (8 - literalContextBits);
    const int guess = state < 7 ? -1 : before(last[0]);  // after a match, what it would go on with
    *to++ = std::uint8_t(leaf(p.literals[context], 8, guess));
    state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
    return;
  }
  unsigned count = 1;
  if (!bit(p.isRepeat[state])) {
    for (int i = 3; i > 0; --i) last[i] = last[i - 1];
    count = length(p.matchLength);
    last[0] = distance(count);
    state = state < 7 ? 7 : 10;
  } else {
    bool single = false;
    if (bit(p.isOther[state])) {
      unsigned which = 1;
      if (bit(p.isOther2[state])) which = 2 + bit(p.isOther3[state]);
      const unsigned chosen = last[which];
      for (; which > 0; --which) last[which] = last[which - 1];
      last[0] = chosen;
    } else {
      single = !bit(p.isLong[state]);
    }
    if (!single) count = length(p.repeatLength);
    state = state >= 7 ? 11 : single ? 9 : 8;
  }
  for (; count > 0; --count, ++to) *to = before(last[0]);
}

}  // namespace

/// Bytes of what tools/shipping/printable.mjs wrote, put in place of its text.  @return  how many
extern "C" std::size_t readPrintable(std::uint8_t* text, std::size_t count) {
  std::uint8_t* bytes = text;
  unsigned bits = 0, held = 0;
  for (std::size_t i = 0; i < count; ++i) {
    unsigned value = text[i] - 32u;
    if (value > 28) --value;  // no "<"
    const bool isShort = value < 34;
    bits = isShort ? bits << 6 | value : bits << 7 | (value + 34);
    held += isShort ? 6 : 7;
    if (held < 8) continue;
    held -= 8;
    *bytes++ = std::uint8_t(bits >> held);
  }
  return std::size_t(bytes - text);
}

/// @param from  an LZMA stream without a header    @param out  room for what it holds
extern "C" void begin(const std::uint8_t* from, std::uint8_t* out) {
  for (std::size_t i = 0; i < sizeof probabilities / sizeof(Probability); ++i) {
    reinterpret_cast<Probability*>(&probabilities)[i] = 1024;
  }
  range = 0xffffffff;
  code = 0;
  for (int i = 1; i < 5; ++i) code = code << 8 | from[i];  // the first byte is always 0
  next = from + 5;
  start = to = out;
  for (unsigned& distance : last) distance = 0;
  state = 0;
}

/// Goes on until so many bytes of what the stream holds are there; a last match may bring more.
extern "C" void unpack(std::size_t count) {
  while (to < start + count) unpackOne();
}
