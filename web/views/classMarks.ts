/** A class has a shape as well as a colour: triangle A, circle B, square C, diamond D, cross E, star F. */
import {
  type SymbolType,
  symbol,
  symbolCircle,
  symbolCross,
  symbolDiamond2,
  symbolSquare,
  symbolStar,
  symbolTriangle,
} from "d3-shape";

const shapes: readonly SymbolType[] = [
  symbolTriangle,
  symbolCircle,
  symbolSquare,
  symbolDiamond2,
  symbolCross,
  symbolStar,
];

/** How many classes have a look of their own; further ones begin again. */
export const lookCount = shapes.length;

/** The class's look, 0 … 5. */
export const lookOf = (classIndex: number): number => classIndex % lookCount;

/** An SVG path around the origin. All shapes of one size have the same area.
 *  @param radius  of the circle of that area */
export function markPath(classIndex: number, radius: number): string {
  const enlarged = lookOf(classIndex) >= 3 ? 1.15 : 1; // pointed shapes look smaller than they are
  return symbol(shapes[lookOf(classIndex)], Math.PI * (radius * enlarged) ** 2)() ?? "";
}
