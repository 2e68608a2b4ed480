import { css } from "lit";

export const networkStyles = css`
  :host { display: flex; flex-direction: column; gap: 6px; min-width: 0; height: 100%; container-type: inline-size; }
  header { display: flex; gap: 0 var(--space-2); align-items: center; min-height: 30px; }
  header .caption { flex: 1; min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  @container (max-width: 419px) { @media (pointer: coarse) { header .heading { display: none; } } header .caption { white-space: normal; line-height: 1.25; } }
  .scroller { flex: 1 1 auto; display: flex; min-height: 220px; overflow: auto; }
  .network { position: relative; flex: 1 0 auto; display: flex; flex-direction: column; min-width: 100%; }
  .captions, .bench { position: sticky; z-index: 1; flex: none; background: var(--card); }
  .captions { top: 0; } .bench { bottom: 0; }
  .captions { height: 52px; } .bench { height: 26px; }
  .picture { position: relative; flex: 1 0 auto; }
  .picture canvas.links { position: absolute; left: 0; top: 0; width: 100%; height: 100%; }

  .caption-box { position: absolute; top: 0; display: flex; flex-direction: column; align-items: center; width: 0; }
  .caption-box > * { flex: none; }
  .layer-name { height: 26px; display: flex; align-items: center; gap: 2px; font-size: var(--text-s); color: var(--ink-2); white-space: nowrap; }
  select {
    font: inherit; color: var(--ink); background: var(--card); border: 0; border-bottom: 1px dashed var(--line-strong);
    border-radius: 0; padding: 0; max-width: 84px; field-sizing: content; text-align-last: center; appearance: none; -webkit-appearance: none; cursor: pointer; height: 24px;
  }
  .stepper { display: flex; align-items: center; height: 28px; }
  .stepper .number { min-width: 2ch; text-align: center; font-size: var(--text-l); }
  .round { display: grid; place-items: center; width: 22px; height: 24px; padding: 0; border: 1px solid transparent; border-radius: 50%; background: none; color: var(--ink-2); cursor: pointer; }
  .round:hover:not(:disabled) { background: var(--well); color: var(--ink); }
  .round:disabled { opacity: 0.35; cursor: default; }
  .round svg { width: 13px; height: 13px; }
  .crowded .stepper .round { width: 18px; } .crowded select { max-width: 50px; } .crowded .layer-name { font-size: var(--text-xs); }
  .bench .round { width: 24px; position: absolute; top: 0; translate: -50% 0; }
  .bench .add { border-color: var(--line); }

  .neuron { position: absolute; padding: 0; border: 1px solid var(--ink); border-radius: 15%; background: var(--well); overflow: hidden; cursor: pointer; translate: -50% -50%; }
  .neuron canvas { display: block; width: 100%; height: 100%; }
  .neuron.lit { outline: 4px solid var(--point); outline-offset: 0; box-shadow: 0 0 0 5px var(--ink); }
  .neuron:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 15%; }
  .neuron.lit:focus-visible { outline-color: var(--point); outline-offset: 0; box-shadow: 0 0 0 6px var(--ink); }
  .more { position: absolute; translate: -50% -50%; font-size: var(--text-xs); color: var(--ink-2); white-space: nowrap; }

  .readout { display: flex; flex-wrap: wrap; align-content: start; gap: 0 var(--space-3); height: 20px; overflow: hidden; font-size: var(--text-s); line-height: 20px; color: var(--ink-2); }
  @container (max-width: 480px) { .readout { height: 40px; } }
  .readout .number { color: var(--ink); font-size: var(--text-m); }
  .readout .gradient { color: var(--cost); }
  [popover] { position: fixed; inset: auto; margin: 0; padding: 0; border: 0; background: none; width: min(392px, calc(100vw - 16px)); max-height: min(440px, calc(100dvh - 16px)); overflow: visible; color: inherit; }
  [popover] lab-weight-editor { max-height: min(440px, calc(100dvh - 16px)); }

  @media (pointer: coarse) {
    .captions { height: 92px; } .layer-name { font-size: var(--text-xs); } .bench { height: var(--touch); }
    .layer-name, select, .stepper { height: var(--touch); }
    select { border: 0; background: repeating-linear-gradient(to right, var(--line-strong) 0 3px, transparent 3px 6px) no-repeat 0 calc(50% + 0.75em) / 100% 1px; }
    .round, .bench .round { width: var(--touch); height: var(--touch); }
    .stepper .number { position: absolute; left: 50%; translate: -50% 0; pointer-events: none; min-width: 0; }
    .stepper { position: relative; }
    .stepper .round:first-child { justify-items: start; padding-left: 8px; } .stepper .round:last-child { justify-items: end; padding-right: 8px; }
  }
`;
