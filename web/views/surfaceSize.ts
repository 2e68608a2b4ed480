/** How fine a surface can be: its costs are each a pass over all points, so that many points make it coarser. */

const least = 16;
const whileTraining = { most: 48, passes: 2e7 }; // passes: points × parameters × costs
const whilePaused = { most: 96, passes: 3e8 };

/** @returns costs along each side */
export function surfaceSize(training: boolean, points: number, parameters: number): number {
  const { most, passes } = training ? whileTraining : whilePaused;
  const affordable = Math.floor(Math.sqrt(passes / Math.max(1, points * parameters)));
  return Math.min(most, Math.max(least, affordable));
}
