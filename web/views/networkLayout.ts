/** Where the picture of a network puts its neurons. */

/** Layers with more neurons show the first of them, and say how many more there are. */
export const mostNeurons = 16;

export interface NeuronBox {
  layer: number; // 1 … 𝕃, as in the lecture
  neuron: number; // from 0
  x: number; // the centre
  y: number;
  size: number;
  labelled: boolean; // there is room for a word under it
}

export interface NetworkLayout {
  width: number;
  height: number;
  columns: number[]; // each layer's centre across
  neurons: NeuronBox[]; // layer by layer
  more: { layer: number; x: number; y: number; count: number }[]; // in place of a layer's last neurons
}

const labelHeight = { roomy: 17, crowded: 8, none: 3 }; // the bias under a neuron
const roomFor = { roomy: 34, crowded: 20 }; // height for a neuron and such a label
const least = { size: 10, gap: 0 };
const frame = 14; // around an outermost neuron, when it is pointed at
const most = { size: 76, output: 1.35 };

/** How many of a layer's neurons are drawn. */
export const shownOf = (neurons: number): number => (neurons > mostNeurons ? mostNeurons - 1 : neurons);

/** The height below which neurons would touch. */
export function leastHeight(sizes: readonly number[]): number {
  return Math.max(...sizes.map(slotsOf)) * (least.size + labelHeight.none + least.gap);
}

const slotsOf = (neurons: number): number => Math.min(neurons, mostNeurons);

/** @param sizes      s(1) … s(𝕃)
 *  @param leastAside  half of what a layer's caption needs across */
export function layOut(sizes: readonly number[], width: number, height: number, leastAside: number): NetworkLayout {
  const layers = sizes.length;
  const aside = Math.max(leastAside, Math.min(60, width / (3 * layers)));
  const between = layers > 1 ? (width - 2 * aside) / (layers - 1) : 0;
  const columns = sizes.map((_, i) => (layers > 1 ? aside + i * between : width / 2));
  const crowd = Math.max(...sizes.map(slotsOf));
  const label = labelFor(height / crowd);
  const room = height / crowd - label;
  const widest = Math.min(between * 0.6, 2 * aside - frame);
  const size = Math.max(
    least.size,
    Math.min(most.size, room - Math.max(least.gap, room * 0.16), between * 0.5, widest),
  );
  const layout: NetworkLayout = { width, height, columns, neurons: [], more: [] };
  for (const [i, count] of sizes.entries()) {
    const slots = slotsOf(count);
    const own = i === layers - 1 ? largestFor(slots, size, height, widest) : size;
    const pitch = Math.min(height / slots, own + label + Math.max(8, own * 0.7));
    const labelled = pitch - own >= labelHeight.crowded;
    const y = (slot: number) => height / 2 + (slot - (slots - 1) / 2) * pitch - label / 2;
    for (let neuron = 0; neuron < shownOf(count); neuron++)
      layout.neurons.push({ layer: i + 1, neuron, x: columns[i], y: y(neuron), size: own, labelled });
    if (count > mostNeurons)
      layout.more.push({ layer: i + 1, x: columns[i], y: y(slots - 1), count: count - shownOf(count) });
  }
  return layout;
}

function labelFor(pitch: number): number {
  if (pitch >= roomFor.roomy) return labelHeight.roomy;
  return pitch >= roomFor.crowded ? labelHeight.crowded : labelHeight.none;
}

/** The output is drawn larger where there is room: it is the model's answer. */
function largestFor(slots: number, size: number, height: number, widest: number): number {
  const room = height / slots - labelHeight.roomy - 6;
  return Math.max(size, Math.min(size * most.output, room, widest));
}

/** The neuron to go to from one by an arrow key: up and down in the layer, left and right to the nearest one. */
export function neighbour(layout: NetworkLayout, from: NeuronBox, key: string): NeuronBox | undefined {
  if (key === "ArrowUp" || key === "ArrowDown") {
    const next = from.neuron + (key === "ArrowDown" ? 1 : -1);
    return layout.neurons.find(({ layer, neuron }) => layer === from.layer && neuron === next);
  }
  const next = from.layer + (key === "ArrowRight" ? 1 : -1);
  return layout.neurons
    .filter(({ layer }) => layer === next)
    .reduce<NeuronBox | undefined>(
      (best, box) => (best && Math.abs(best.y - from.y) <= Math.abs(box.y - from.y) ? best : box),
      undefined,
    );
}
