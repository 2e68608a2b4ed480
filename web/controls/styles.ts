/** What every element of the page shares: box model, type, focus, buttons, fields, cards. Colours and sizes are tokens. */
import { css } from "lit";

export const base = css`
  :host { box-sizing: border-box; font: 400 var(--text-m) / 1.4 var(--sans); color: var(--ink); }
  :host([hidden]), [hidden] { display: none !important; }
  *, *::before, *::after { box-sizing: border-box; }
  h1, h2, h3, p, ul, ol, figure, fieldset, dl, dd { margin: 0; padding: 0; border: 0; min-width: 0; }
  ul, ol { list-style: none; }
  a { color: inherit; }
  sub, sup { font-size: 0.7em; line-height: 0; }

  :focus { outline: none; }
  :focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; border-radius: var(--radius-s); }

  .visually-hidden {
    position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden;
    clip-path: inset(50%); white-space: nowrap;
  }

  /* Numbers: serif, figures of one width, so that nothing jumps. */
  .number { font-family: var(--serif); font-variant-numeric: tabular-nums lining-nums; white-space: nowrap; }
  .caption { color: var(--ink-2); font-size: var(--text-s); }
  .prose { font: 400 var(--text-l) / 1.5 var(--serif); }

  .card { background: var(--card); border: 1px solid var(--line); border-radius: var(--radius); }
  .heading { font-size: var(--text-m); font-weight: 600; }

  button { font: inherit; color: inherit; touch-action: manipulation; }
  .button {
    display: inline-flex; align-items: center; justify-content: center; gap: 6px;
    min-height: 34px; padding: 0 var(--space-3);
    background: var(--card); border: 1px solid var(--line); border-radius: var(--radius);
    font-size: var(--text-m); line-height: 1; white-space: nowrap; cursor: pointer;
  }
  .button:hover { border-color: var(--line-strong); }
  .button:active { background: var(--well); }
  .button.primary { background: var(--ink); border-color: var(--ink); color: var(--card); font-weight: 600; }
  .button.quiet { background: none; border-color: transparent; }
  .button.quiet:hover { background: var(--well); }
  .button.icon { min-width: 34px; padding: 0 var(--space-2); }
  .button.small { min-height: 28px; padding: 0 var(--space-2); font-size: var(--text-s); }
  .button[aria-pressed="true"], .button.selected { border-color: var(--ink); box-shadow: inset 0 0 0 1px var(--ink); }
  .button:disabled, .button[aria-disabled="true"] { color: var(--ink-2); opacity: 0.55; cursor: default; border-color: var(--line); }
  .button svg, .icon svg { width: 16px; height: 16px; flex: none; }
  svg { display: block; }

  .field {
    min-height: 30px; padding: 2px var(--space-2); font: inherit; color: inherit;
    background: var(--card); border: 1px solid var(--line-strong); border-radius: var(--radius-s);
  }
  .field[aria-invalid="true"] { border-color: var(--bad); }
  .error { color: var(--bad); font-size: var(--text-s); line-height: 1.35; }

  @media (pointer: coarse) {
    .button, .button.small, .button.icon { min-height: var(--touch); min-width: var(--touch); }
    .field { min-height: var(--touch); }
  }
  @media (prefers-reduced-motion: reduce) {
    *, *::before, *::after { transition: none !important; animation: none !important; }
  }
  @media (forced-colors: active) {
    .button.primary { border: 2px solid ButtonText; }
  }
`;

/** A labelled line of the experiment: its words at the left, its value at the right. */
export const line = css`
  :host { display: block; }
  .line { display: flex; align-items: center; gap: var(--space-2); min-height: 30px; }
  .line > .label { flex: 1 1 auto; min-width: 0; color: var(--ink-2); }
  .restarts { color: var(--ink-2); margin-left: 3px; font-size: var(--text-s); opacity: 0.8; }
  .value {
    font: 500 var(--text-m) / 1.4 var(--sans); color: var(--ink); padding: 2px 1px;
    border: 0; border-radius: 0; text-align: right;
    /* Dashed below the text, wherever in a tall touch target that stands. */
    --dash: 3px;
    background: repeating-linear-gradient(to right, var(--line-strong) 0 var(--dash), transparent var(--dash) 6px)
      no-repeat 0 calc(50% + 0.75em) / 100% 1px;
  }
  .value:hover { --dash: 6px; }
  .error { padding: 0 0 var(--space-1); }
  @media (pointer: coarse) {
    .line, .value { min-height: var(--touch); }
  }
`;
