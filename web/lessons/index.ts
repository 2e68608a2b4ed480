/** The registry of chapters after the free bench, each loaded when it is opened. */
import type { Lesson } from "./lesson";

export const lessons: readonly { name: string; load: () => Promise<{ lesson: Lesson }> }[] = [
  { name: "1", load: () => import("./chapter1") },
  { name: "2", load: () => import("./chapter2") },
];
