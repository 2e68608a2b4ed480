/** One contestant in node; workerData is its name. */
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import { answer } from "./contestant.js";
import { contestants } from "./contestants.js";

setWasmPaths(`${dirname(createRequire(import.meta.url).resolve("@tensorflow/tfjs-backend-wasm"))}/`);

answer(
  parentPort,
  contestants.find(({ name }) => name === workerData),
);
