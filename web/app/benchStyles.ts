/** How the bench is laid out. Its own width decides, not the window's: it may stand in a column of a course page. */
import { css } from "lit";

export const benchStyles = css`
  :host { display: block; container: bench / inline-size; background: var(--paper); color: var(--ink); }
  .bench { display: grid; grid-template: auto minmax(0, 1fr) / 284px minmax(0, 1fr) auto; grid-template-areas: "header header header" "experiment main chapters"; }
  :host(:not([parts])) .bench { height: 100vh; height: 100dvh; }
  .bench.no-experiment { grid-template-columns: 0 minmax(0, 1fr) auto; }

  header { grid-area: header; min-width: 0; }
  header:empty, lab-header:not(:defined) { display: block; min-height: 48px; background: var(--card); border-bottom: 1px solid var(--line); }
  .experiment { grid-area: experiment; position: relative; background: var(--card); border-right: 1px solid var(--line); overflow: auto; overscroll-behavior: contain; scrollbar-width: thin; }
  .chapters { grid-area: chapters; position: relative; width: 256px; background: var(--card); border-left: 1px solid var(--line); overflow: auto; }
  main {
    grid-area: main; position: relative; container: main / inline-size; min-width: 0; overflow: auto;
  }
  .work { display: flex; flex-direction: column; min-height: 100%; padding: var(--space-3); }
  lab-transport { flex: none; min-height: 40px; margin-bottom: var(--space-3); }
  lab-stopped { flex: none; }
  .stage { flex: 1.35 1 362px; display: grid; grid-template-columns: minmax(0, 5fr) minmax(0, 6fr); gap: var(--space-3); min-height: 362px; }
  .stage + .instruments { margin-top: var(--space-3); }
  .stage.single { grid-template-columns: minmax(0, 1fr); }
  .stage > .card { display: flex; flex-direction: column; min-width: 0; min-height: 0; overflow: hidden; padding: var(--space-2) var(--space-3); }
  .stage > .card > * { flex: 1; min-height: 0; }
  .instruments { flex: 1 1 256px; min-height: 256px; display: flex; flex-direction: column; overflow: hidden; }
  .instruments > * { flex: 1; }

  lab-notice { position: absolute; z-index: 30; left: 50%; bottom: 20px; width: min(560px, calc(100% - 24px)); transform: translateX(-50%); pointer-events: none; }
  .overlay { position: relative; }
  /* Over the header, where it has no buttons: what is looked at stays in sight. */
  @container bench (min-width: 700px) { .overlay:has(.whole) lab-notice { inset: 2px auto auto calc(50% - 250px); width: auto; max-width: calc(100% - 516px); } }
  .panes { display: none; }
  .message { display: grid; place-content: center; gap: var(--space-2); min-height: 240px; height: 100%; padding: var(--space-5); text-align: center; color: var(--ink-2); }
  :host(:not([parts])) .message { height: 100vh; height: 100dvh; }
  .failure { display: grid; gap: var(--space-3); max-width: 62ch; padding: var(--space-5); text-align: left; color: var(--ink); border-left: 3px solid var(--cost); }
  .failure h1 { font-size: var(--text-xl); font-weight: 600; }
  .failure h2 { font-size: var(--text-s); font-weight: 600; color: var(--ink-2); }
  .failure ul { display: grid; gap: var(--space-2); margin: 0; padding-left: 1.1em; list-style: disc; }
  .failure code { font: 400 var(--text-s) / 1.5 ui-monospace, monospace; overflow-wrap: anywhere; }

  @container bench (min-width: 1700px) {
    .bench { grid-template-columns: 320px minmax(0, 1fr) auto; }
    .chapters { width: 320px; }
  }
  @container main (max-width: 619px) {
    .stage { grid-template-columns: minmax(0, 1fr); flex: none; }
    .stage > .card { height: 420px; }
  }

  /* Parts of it in a narrow place: one above the other. */
  @container bench (max-width: 699px) {
    .bench.some { grid-template: auto / minmax(0, 1fr); grid-template-areas: "header" "experiment" "main" "chapters"; }
    .bench.some .experiment { border-right: 0; }
    .bench.some .chapters { width: auto; border-left: 0; }
  }

  /* A phone: one thing at a time, chosen in the bar at the bottom. */
  @container bench (max-width: 699px) {
    .bench.whole { grid-template: auto auto minmax(0, 1fr) auto auto / minmax(0, 1fr); grid-template-areas: "header" "note" "pane" "transport" "panes"; }
    .whole main { display: contents; container-type: normal; }
    .whole .work { display: contents; }
    .whole .experiment, .whole .chapters { grid-area: pane; width: auto; border: 0; }
    .whole .stage, .whole .instruments { grid-area: pane; min-height: 0; margin: var(--space-2); }
    .whole .stage { grid-template-columns: minmax(0, 1fr); overflow: auto; }
    .whole .stage > .card { height: auto; min-height: 100%; padding: var(--space-2); }
    .whole:not([data-pane="experiment"]) .experiment,
    .whole:not([data-pane="chapters"]) .chapters,
    .whole:not([data-pane="plane"]) .plane,
    .whole:not([data-pane="network"]) .network,
    .whole:not([data-pane="plane"], [data-pane="network"]) .stage,
    .whole:not([data-pane="instrument"]) .instruments { display: none; }
    .whole lab-stopped { grid-area: note; max-height: 42vh; margin: 0 var(--space-2); overflow: auto; }
    .whole lab-transport { grid-area: transport; margin: 0; padding: var(--space-2); background: var(--card); border-top: 1px solid var(--line); }
    .panes {
      grid-area: panes; display: grid; grid-auto-flow: column; grid-auto-columns: minmax(0, 1fr); background: var(--card);
      border-top: 1px solid var(--line); padding-bottom: env(safe-area-inset-bottom);
    }
    .panes button {
      min-height: 48px; padding: 0 2px; background: none; border: 0; border-top: 2px solid transparent;
      color: var(--ink-2); font-size: var(--text-s); overflow: hidden; text-overflow: ellipsis;
    }
    .panes button:focus-visible { outline-offset: -4px; }
    .panes button[aria-current="true"] { color: var(--ink); font-weight: 600; border-top-color: var(--ink); }
    .overlay:has(.whole) lab-notice { bottom: 168px; }
  }
`;
