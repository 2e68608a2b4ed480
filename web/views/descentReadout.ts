/** The numbers and words beside the descent: the two weights, their slopes, the cost now and under the pointer. */
import { html, nothing, type TemplateResult } from "lit";
import { formatCount, formatNumber, formatPercent, formatShort } from "../controls/numbers";
import type { Surface } from "../engine/protocol";
import type { Lab } from "../state/lab";
import * as texts from "../texts";
import { costAt } from "./descentLevels";
import type { Pair } from "./descentPair";
import { outsideShares } from "./descentPicture";
import type { WeightPoint, WeightWindow } from "./descentWindow";
import { parameterName } from "./parameterName";

/** A place with as many decimals as the window can tell apart: what is read is what is put. */
export function pointReading({ x, y }: WeightPoint, window: WeightWindow) {
  const digits = Math.min(9, Math.max(0, Math.ceil(-Math.log10((window.y[1] - window.y[0]) / 500))));
  const rounded = (value: number) => Number(value.toFixed(digits));
  return {
    x: rounded(x),
    y: rounded(y),
    xText: formatNumber(rounded(x), { digits }),
    yText: formatNumber(rounded(y), { digits }),
    cost: (value: number) => formatNumber(value),
  };
}

export function descentReadout(
  lab: Lab,
  pair: Pair,
  surface: Surface,
  pointer: WeightPoint | undefined,
  window: WeightWindow | undefined,
): TemplateResult {
  const { columns, slopeTitle, cost } = texts.descent;
  const { layers } = lab.description.value;
  const there = pointer && window ? pointReading(pointer, window) : undefined;
  const row = (index: number, now: number, slope: number, at?: string) => html`
    <tr class=${isPointed(lab, index) ? "lit" : ""}
      @pointerenter=${() => {
        lab.pointed.value = { kind: "parameter", index };
      }}
      @pointerleave=${() => {
        lab.pointed.value = undefined;
      }}>
      <th scope="row" class="number">${parameterName(layers, index)}</th>
      <td>${formatNumber(now)}</td>
      <td class="slope">${formatNumber(slope)}</td>
      <td>${at ?? ""}</td>
    </tr>`;
  return html`
    <table>
      <thead>
        <tr>
          <td></td>
          <th scope="col">${columns.now}</th>
          <th scope="col" title=${slopeTitle}>${columns.slope}</th>
          <th scope="col">${columns.there}</th>
        </tr>
      </thead>
      <tbody>
        ${row(pair[0], surface.here.x, surface.descent[0], there?.xText)}
        ${row(pair[1], surface.here.y, surface.descent[1], there?.yText)}
        <tr>
          <th scope="row" class="number">${cost}</th>
          <td>${formatNumber(surface.here.cost)}</td>
          <td></td>
          <td>${pointer ? `≈ ${formatNumber(costAt(surface, pointer.x, pointer.y))}` : nothing}</td>
        </tr>
      </tbody>
    </table>
  `;
}

function isPointed(lab: Lab, index: number): boolean {
  const pointed = lab.pointed.value;
  return pointed?.kind === "parameter" && pointed.index === index;
}

/** @param factor     of the arrow's length
 *  @param notFinite  there is a hatched region
 *  @param held       the other parameters, in words */
export function descentWords(surface: Surface, factor: number, notFinite: boolean, held: string): TemplateResult {
  const words = texts.descent;
  const outside = outsideShares(surface);
  const flat = !(Math.hypot(...surface.descent) > 0);
  return html`
    ${held ? html`<p>${words.held} <span class="number">${held}</span></p>` : nothing}
    <p class="note" title=${words.grid(surface.size)}>
      ${notFinite ? words.notFinite : nothing}
      ${flat ? words.flat : words.arrow(formatShort(factor))} ${words.dots}
      ${
        outside
          ? html`${words.outside(formatPercent(outside.start, 0), formatPercent(outside.most, 0), formatCount(outside.step))}
            <span class="formula">‖P<sub>⊥</sub>(θ<sub>t</sub> − θ)‖ / ‖θ<sub>t</sub> − θ‖</span>`
          : nothing
      }
    </p>
  `;
}
