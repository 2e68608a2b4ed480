import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import { base } from "../controls/styles";
import * as texts from "../texts";
import "../controls/labDialog";

/** How the page is used, and its keys. @fires close */
@customElement("lab-help")
export class LabHelp extends LitElement {
  static override styles = [
    base,
    css`
      :host { display: contents; }
      p + p { margin-top: var(--space-2); }
      h3 { margin: var(--space-4) 0 var(--space-2); font-size: var(--text-m); font-weight: 600; }
      dl { display: grid; grid-template-columns: auto 1fr; gap: var(--space-1) var(--space-4); }
      kbd { font: 500 var(--text-s) / 1.5 var(--sans); padding: 1px 6px; border: 1px solid var(--line-strong); border-radius: 4px; white-space: nowrap; }
    `,
  ];

  @property({ type: Boolean }) open = false;

  override render() {
    return html`<lab-dialog .heading=${texts.help.heading} .open=${this.open} @close=${() => this.dispatchEvent(new CustomEvent("close"))}>
      ${texts.help.text.map((text) => html`<p>${text}</p>`)}
      <h3>${texts.help.keysHeading}</h3>
      <dl>${texts.help.keys.map(([key, what]) => html`<dt><kbd>${key}</kbd></dt><dd>${what}</dd>`)}</dl>
    </lab-dialog>`;
  }
}
