import { html, type TemplateResult } from "lit";
import { failure as words } from "../texts";

/** What stands in the laboratory's place where it cannot start: what it needs, and what a host must allow.
 *  @param said  what the browser says */
export function failureCard(said: string): TemplateResult {
  return html`<div class="message"><div class="card failure" role="alert">
    <h1>${words.title}</h1>
    <p>${words.why}</p>
    <ul><li>${words.policyLead} <code>${words.policy}</code></li><li>${words.files}</li></ul>
    <h2>${words.said}</h2>
    <p><code>${said}</code></p>
  </div></div>`;
}
