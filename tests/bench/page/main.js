/** Training speed in a page: ours, and the peers that a browser can have without a server of files for them. */
import { double, single } from "../peers/backpropLab.js";
import * as convnetjs from "../peers/convnetjs.js";
import * as objectNetwork from "../peers/objectNetwork.js";
import * as synaptic from "../peers/synaptic.js";
import { timeTraining } from "../training.js";

globalThis.timeInPage = (pace) => timeTraining([double, single, objectNetwork, convnetjs, synaptic], pace);
