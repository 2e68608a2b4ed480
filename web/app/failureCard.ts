import { html, type TemplateResult } from "lit";
import * as texts from "../texts";

/** What stands in the laboratory's place where it cannot start: what it needs, and what a host must allow.
 *  @param said  what the browser says */
export function failureCard(said: string): TemplateResult {
  const words = texts.app;
  return html`<div class="message"><div class="card failure" role="alert">
    <h1>${words.failed}</h1>
    <p>${words.failedWhy}</p>
    <ul><li>${words.failedPolicy} <code>${words.policy}</code></li><li>${words.failedFiles}</li></ul>
    <h2>${words.failedSaid}</h2>
    <p><code>${said}</code></p>
  </div></div>`;
}
