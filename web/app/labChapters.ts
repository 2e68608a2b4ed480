import { css, html, LitElement } from "lit";
import { customElement } from "lit/decorators.js";
import * as texts from "../texts";
import { icons } from "./icons";
import { base } from "./styles";

/** The column of chapters; so far chapter 0, the free bench. @fires fold  it is to fold away */
@customElement("lab-chapters")
export class LabChapters extends LitElement {
  static override styles = [
    base,
    css`
      :host { display: block; padding: var(--space-3) var(--space-4) var(--space-5); }
      header { display: flex; align-items: center; }
      h2 { flex: 1; font-size: var(--text-xl); font-weight: 600; line-height: 1.25; }
      .prose { margin: var(--space-2) 0 var(--space-4); }
      section { margin-top: var(--space-3); padding: var(--space-3); background: var(--well); border-radius: var(--radius); line-height: 1.45; }
      h3 { margin-bottom: var(--space-1); font-size: var(--text-m); font-weight: 600; }
      li + li { margin-top: var(--space-2); }
    `,
  ];

  override render() {
    const words = texts.freeBench;
    return html`
      <header><h2>${words.heading}</h2>
        <button class="button quiet icon small" aria-label=${texts.app.foldChapters} title=${texts.app.foldChapters}
          @click=${() => this.dispatchEvent(new CustomEvent("fold"))}>${icons.close}</button></header>
      <p class="prose">${words.intro}</p>
      <section><h3>${words.tryHeading}</h3><ul>${words.tries.map((text) => html`<li>${text}</li>`)}</ul></section>
      <section><h3>${words.predictHeading}</h3><p>${words.predict}</p></section>
    `;
  }
}
