/** What the instruments share: a plot, or tables, at the left, and a column of words and numbers beside it; one above
 *  the other where it is narrow. */
import { css } from "lit";

export const instrument = css`
  :host { display: block; height: 100%; container-type: inline-size; }
  .instrument {
    display: grid; grid-template: minmax(0, 1fr) / minmax(0, 1fr) 272px; gap: var(--space-4); height: 100%; min-height: 190px;
  }
  .plot { position: relative; min-height: 180px; overflow: hidden; }
  .plot canvas, .plot svg { position: absolute; left: 0; top: 0; width: 100%; height: 100%; display: block; }
  .plot svg { pointer-events: none; }
  .plot:focus-visible { outline-offset: -2px; }
  .side {
    display: flex; flex-direction: column; gap: var(--space-2); min-width: 0; min-height: 0; margin: -4px; padding: 4px;
    overflow: auto; overscroll-behavior: contain; scrollbar-width: thin;
  }
  .side > * { flex: none; }
  .controls { display: flex; flex-wrap: wrap; gap: var(--space-2); align-items: center; }

  .axes text { font: var(--text-xs) var(--serif); font-variant-numeric: tabular-nums lining-nums; fill: var(--ink-2); }
  .axes .name { fill: var(--ink); font-size: var(--text-s); }
  .axes .grid { stroke: var(--line); stroke-width: 1; shape-rendering: crispEdges; opacity: 0.7; }
  .axes .tick, .axes .spine { stroke: var(--line-strong); stroke-width: 1; shape-rendering: crispEdges; }

  table { border-collapse: collapse; width: 100%; }
  th, td { padding: 2px 0 2px var(--space-3); text-align: right; font-weight: 400; line-height: 1.35; }
  th:first-child, td:first-child { padding-left: 0; text-align: left; }
  thead th, tbody th { color: var(--ink-2); font-size: var(--text-s); }
  td { font: var(--text-l) / 1.35 var(--serif); font-variant-numeric: tabular-nums lining-nums; white-space: nowrap; }
  tbody th.number { color: var(--ink); font-size: var(--text-l); }
  figcaption { margin-top: 4px; color: var(--ink-2); font-size: var(--text-xs); line-height: 1.3; }
  figure svg { width: 100%; background: var(--well); border-radius: var(--radius-s); }
  .note { color: var(--ink-2); font-size: var(--text-s); line-height: 1.4; }

  @container (max-width: 619px) {
    .instrument { grid-template: minmax(240px, 1fr) auto / minmax(0, 1fr); gap: var(--space-3); height: auto; min-height: 100%; }
    .side { overflow: visible; }
    .plot { min-height: 240px; }
  }
`;
