/** Ours, and the peers that a browser can have without a server of files for them. */
import { double, single } from "../peers/backpropLab.js";
import * as convnetjs from "../peers/convnetjs.js";
import * as objectNetwork from "../peers/objectNetwork.js";
import * as synaptic from "../peers/synaptic.js";

export const contestants = [double, single, objectNetwork, convnetjs, synaptic];
