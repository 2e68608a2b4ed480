/** What the page shows and how: everything about the picture that is not the experiment itself.
 *  Serialisable; kept beside the document in files, links and local memory. */
import type { Speed } from "../engine/protocol";

export type Tool = "inspect" | "draw" | "brush" | "move" | "erase";
/** In the order of their tabs. */
export const instrumentNames = ["cost", "descent", "scores", "pattern", "projection", "compare", "python"] as const;
export type InstrumentName = (typeof instrumentNames)[number];

export interface View {
  /** The two columns that the plane shows: across and up. */
  planeColumns: [number, number];
  /** Inputs that the plane does not show are held at their mean over the training points, or at a row's values. */
  held: "mean" | number;
  tool: Tool;
  /** Class (index) that drawing adds; for regression `drawTarget`. */
  drawClass: number;
  drawTarget: number;
  instrument: InstrumentName;
  /** The two weights (indices into θ) of the Descent instrument; absent: chosen for you. */
  descentPair?: [number, number];
  costScale: "linear" | "log";
  curve: "cost" | "accuracy";
  stepUnit: "update" | "epoch";
  speed: Speed;
  theme: "auto" | "light" | "dark";
}

export const firstView: View = {
  planeColumns: [0, 1],
  held: "mean",
  tool: "inspect",
  drawClass: 0,
  drawTarget: 1,
  instrument: "cost",
  costScale: "linear",
  curve: "cost",
  stepUnit: "update",
  speed: { unit: "epoch", perSecond: 30 },
  theme: "auto",
};

/** What the person points at: lit yellow in every picture, formula and number at once. */
export type Pointed =
  | { kind: "parameter"; index: number } // a weight or a bias, index into θ
  | { kind: "neuron"; layer: number; neuron: number } // layer 1: the features; counted as in the lecture, neuron from 0
  | { kind: "row"; row: number }; // a point
