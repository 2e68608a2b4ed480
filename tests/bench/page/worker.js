/** One contestant in a page; the worker is named after it. */
import { answer } from "../contestant.js";
import { contestants } from "./contestants.js";

answer(
  globalThis,
  contestants.find(({ name }) => name === globalThis.name),
);
