/** A chapter of the lecture: a text, specs to start from, things to predict and things to try. Its words stand in
 *  texts/en; here is what of it concerns the experiment. Adding a chapter: a file like chapter1.ts, its words, and a line in
 *  index.ts. */
import type { Description, Frame, FrameRequest, PartialSpec } from "../engine/protocol";
import type { View } from "../state/view";

/** What a step is checked against. */
export interface Bench {
  description: Description;
  frame: Frame;
  view: View;
  /** Whether it is known that no line separates the training points. Asks the engine: to be called last. */
  noLineSeparates(): boolean;
}

export interface Section {
  heading: string;
  /** Paragraphs; one that begins with "=" is a formula, one with "!" an erratum. Indices as in views/formula.ts. */
  text: readonly string[];
}

export interface Prediction {
  question: string;
  choices: readonly string[];
  right: number; // index of a choice
  why: string;
}

/** The words of a chapter. */
export interface LessonText {
  heading: string;
  sections: readonly Section[];
  starts: readonly string[];
  predictions: readonly Prediction[];
  tries: readonly string[];
}

export interface Lesson {
  text: LessonText;
  /** What each of the text's starts sets up. */
  starts: readonly PartialSpec[];
  /** Whether each of the text's tries is done, as the bench stands. Once done, it stays so. */
  done: readonly ((bench: Bench) => boolean)[];
  /** What the checks need of a frame. */
  wants: FrameRequest;
}
