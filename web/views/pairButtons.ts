/** Two buttons that make a weight one of the two that span the surface of the Descent. */
import { html, type TemplateResult } from "lit";
import type { Lab } from "../state/lab";
import * as texts from "../texts";
import { parameterName } from "./parameterName";

/** @param spare  takes the other place, where no pair has been chosen yet */
export function pairButtons(lab: Lab, index: number, spare: number): TemplateResult {
  const name = parameterName(lab.description.value.layers, index);
  const button = (place: 0 | 1, sign: string, label: string) => html`<button class="button quiet small"
    aria-pressed=${lab.view.value.descentPair?.[place] === index ? "true" : "false"} aria-label=${label} title=${label}
    @click=${() => pair(lab, index, place, spare)}>${sign}</button>`;
  return html`${button(0, "→", texts.network.across(name))}${button(1, "↑", texts.network.up(name))}`;
}

/** The other one of the pair stays; where it was this very weight, the two change places. */
function pair(lab: Lab, index: number, place: 0 | 1, spare: number): void {
  const chosen = [...(lab.view.value.descentPair ?? [spare, spare])] as [number, number];
  const former = chosen[place];
  chosen[place] = index;
  if (chosen[1 - place] === index) chosen[1 - place] = former === index ? spare : former;
  lab.show({ descentPair: chosen });
}
