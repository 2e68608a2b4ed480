/** The speeds that the page offers, slowest first. */
import type { Speed } from "../engine/protocol";

export const speeds: readonly Speed[] = [
  { unit: "step", perSecond: 1 },
  { unit: "step", perSecond: 4 },
  { unit: "step", perSecond: 15 },
  { unit: "epoch", perSecond: 4 },
  { unit: "epoch", perSecond: 10 },
  { unit: "epoch", perSecond: 30 },
  { unit: "epoch", perSecond: 60 },
  { unit: "epoch", perSecond: 240 },
  "full",
];

/** Where a speed stands among them; one from elsewhere stands where it fits best. */
export function speedIndex(speed: Speed): number {
  if (speed === "full") return speeds.length - 1;
  let best = 0;
  for (const [i, offered] of speeds.entries()) {
    if (offered !== "full" && offered.unit === speed.unit && offered.perSecond <= speed.perSecond) best = i;
  }
  return best;
}
