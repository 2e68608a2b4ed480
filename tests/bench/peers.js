/** All peers, in node and in a page alike. A peer is {name, note?, create(sizes, batch, points)}; what it creates trains one
 *  epoch a call and gives the output for an input. */
import * as brain from "./peers/brain.js";
import * as convnetjs from "./peers/convnetjs.js";
import * as objectNetwork from "./peers/objectNetwork.js";
import * as synaptic from "./peers/synaptic.js";
import { tfjs } from "./peers/tfjs.js";

export const peers = [objectNetwork, convnetjs, convnetjs.withoutClock, brain, synaptic, tfjs("cpu"), tfjs("wasm")];
