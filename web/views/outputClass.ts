import type { Description } from "../engine/protocol";

/** The class that an output stands for, where each class has one.  @param layer  1 … 𝕃    @param neuron  from 0 */
export function outputClass(
  { layers, table }: Pick<Description, "layers" | "table">,
  layer: number,
  neuron: number,
): number | undefined {
  const output = layers[layers.length - 1];
  return layer === layers.length + 1 && output.neurons > 1 && table.classes?.[neuron] !== undefined
    ? neuron
    : undefined;
}
