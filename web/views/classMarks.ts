/** A class has a shape as well as a colour: triangle A, circle B, square C, diamond D, cross E, star F. */

/** Corners in order, x right and y down, around the origin. */
type Polygon = readonly (readonly [number, number])[];

const square = turned([[1, -1]]);
const cross = turned([
  [-1, -3],
  [1, -3],
  [1, -1],
]);
/** Where the edges of a five-pointed star cross, its points lying at 1. */
const innerOfStar = Math.sin(Math.PI / 10) / Math.sin((7 * Math.PI) / 10);

const shapes: readonly (Polygon | "circle")[] = [
  around([1, 1, 1]),
  "circle",
  square,
  around([1, 1, 1, 1]),
  cross,
  around(Array.from({ length: 10 }, (_, i) => (i % 2 === 0 ? 1 : innerOfStar))),
];

/** How many classes have a look of their own; further ones begin again. */
export const lookCount = shapes.length;

/** The class's look, 0 … 5. */
export const lookOf = (classIndex: number): number => classIndex % lookCount;

/** An SVG path around the origin. All shapes have the same area, but for the cross and the star, which look smaller than
 *  they are and so are drawn larger.
 *  @param radius  of the circle of that area */
export function markPath(classIndex: number, radius: number): string {
  const look = lookOf(classIndex);
  const shape = shapes[look];
  if (shape === "circle")
    return `M${radius} 0A${radius} ${radius} 0 1 1 ${-radius} 0A${radius} ${radius} 0 1 1 ${radius} 0Z`;
  const scale = radius * Math.sqrt(Math.PI / areaOf(shape)) * (look >= 4 ? 1.15 : 1);
  return `M${shape.map(([x, y]) => `${round(x * scale)} ${round(y * scale)}`).join("L")}Z`;
}

/** Corners at these distances, at equal angles from the top on. */
function around(distances: readonly number[]): Polygon {
  return distances.map((distance, i) => {
    const angle = (2 * Math.PI * i) / distances.length;
    return [distance * Math.sin(angle), -distance * Math.cos(angle)] as const;
  });
}

/** These corners, and then the same after each quarter turn. */
function turned(corners: Polygon): Polygon {
  const quarter = corners.map(([x, y]) => [-y, x] as const);
  const half = corners.map(([x, y]) => [-x, -y] as const);
  return [...corners, ...quarter, ...half, ...quarter.map(([x, y]) => [-x, -y] as const)];
}

function areaOf(polygon: Polygon): number {
  const twice = polygon.reduce((sum, [x, y], i) => {
    const [u, v] = polygon[(i + 1) % polygon.length];
    return sum + x * v - u * y;
  }, 0);
  return Math.abs(twice) / 2;
}

const round = (value: number): number => Math.round(value * 1000) / 1000;
