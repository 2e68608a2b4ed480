import { html } from "lit";
import * as texts from "../texts";

/** The small sign of a control that begins a new run. */
export function restartsSign() {
  return html`<span class="restarts" title=${texts.controls.restarts}><span aria-hidden="true">↺</span><span
      class="visually-hidden">${texts.controls.restarts}</span></span>`;
}
