/** One contestant in node; workerData is its name. */
import { parentPort, workerData } from "node:worker_threads";
import { answer } from "./contestant.js";
import { double, single } from "./peers/backpropLab.js";
import { peers } from "./peers.js";

answer(
  parentPort,
  [double, single, ...peers].find(({ name }) => name === workerData),
);
