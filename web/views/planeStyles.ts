import { css } from "lit";

export const planeStyles = css`
  :host { display: flex; flex-direction: column; gap: 6px; min-width: 0; height: 100%; container-type: inline-size; }
  header, .readout, .below { flex: none; }
  header { display: flex; flex-wrap: wrap; gap: 2px var(--space-2); align-items: center; }
  header .caption { display: none; }
  @container (max-width: 419px) { @media (pointer: coarse) { header .heading { display: none; } } }
  @container (min-width: 600px) { header .caption { display: block; flex: 1; } }
  .figure { position: relative; flex: 1 1 auto; min-height: 160px; aspect-ratio: 1; max-width: 100%; max-height: 125cqw; }
  .axes { position: absolute; inset: 0; width: 100%; height: 100%; pointer-events: none; overflow: visible; }
  .axes text { font: var(--text-xs) var(--serif); font-variant-numeric: tabular-nums lining-nums; fill: var(--ink-2); }
  .axes .name { fill: var(--ink); font-size: var(--text-s); }
  .axes .tick, .axes .spine { stroke: var(--line-strong); stroke-width: 1; shape-rendering: crispEdges; }
  .picture { position: absolute; overflow: hidden; border-radius: var(--radius-s); background: var(--well); touch-action: manipulation; }
  .picture canvas { position: absolute; left: 0; top: 0; width: 100%; height: 100%; display: block; }
  .picture.draw, .picture.brush, .picture.erase { cursor: crosshair; touch-action: none; }
  .picture.move { cursor: move; touch-action: none; }
  .empty { position: absolute; inset: 0; display: grid; place-items: center; padding: var(--space-4); text-align: center; pointer-events: none; }
  .readout { display: flex; gap: 0 var(--space-3); height: 20px; overflow: hidden; font-size: var(--text-s); line-height: 20px; }
  .below { position: relative; }
  .below .point { position: absolute; inset: 0; background: var(--card); }
  .readout .number { font-size: var(--text-m); }
  .readout .coordinate { min-width: 8.5ch; }
  .readout .answer { min-width: 17ch; }
  .readout .hint { color: var(--ink-2); overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .point { font-size: var(--text-s); line-height: 20px; color: var(--ink-2); white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
`;
