/** All that race, in node and in a page alike. */
import { double, single } from "./peers/backpropLab.js";
import { peers } from "./peers.js";

export const contestants = [double, single, ...peers];
