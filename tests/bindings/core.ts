/** The compiled core, as the engine uses it. */
import { readFileSync } from "node:fs";
import { type CoreExperiment, type CoreModule, instantiate } from "../../web/engine/module";
import type { Outcome, PartialSpec } from "../../web/engine/protocol";

const wasm = new WebAssembly.Module(readFileSync("build/wasm/bindings/backprop_lab_module.wasm"));

export const loadCore = (): Promise<CoreModule> => instantiate(wasm);

export function given<T>(outcome: Outcome<T>): T {
  if (outcome.error) throw new Error(JSON.stringify(outcome.error));
  return outcome.value;
}

export const begin = (core: CoreModule, spec: PartialSpec = {}): CoreExperiment => given(core.create({ spec }));

export const weights = (experiment: CoreExperiment): number[] =>
  Array.from(given(experiment.frame({ parameters: true })).parameters!);
