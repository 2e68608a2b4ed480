/** The page's signs: 16 × 16, drawn in the colour of the text beside them. Each is decoration; words say what it does. */
import { type SVGTemplateResult, svg } from "lit";

const drawn = (
  path: string,
): SVGTemplateResult => svg`<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"
  fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round"><path d=${path}/></svg>`;
const filled = (
  path: string,
): SVGTemplateResult => svg`<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"
  fill="currentColor"><path d=${path}/></svg>`;

export const icons = {
  undo: drawn("M6 3 2.5 6.5 6 10M2.5 6.5H10a3.5 3.5 0 0 1 0 7H6"),
  redo: drawn("M10 3l3.5 3.5L10 10M13.5 6.5H6a3.5 3.5 0 0 0 0 7h4"),
  rewind: filled("M2 3h1.8v10H2zM14 3.2v9.6L8.9 8zM9 3.2v9.6L3.9 8z"),
  back: filled("M4 3h1.8v10H4zM13 3v10L6.2 8z"),
  train: filled("M4 2.5 13.5 8 4 13.5z"),
  pause: filled("M4 3h3v10H4zM9 3h3v10H9z"),
  step: filled("M10.2 3H12v10h-1.8zM3 3v10l6.8-5z"),
  check: drawn("M3.5 8.5 6.5 11.5 12.5 4.5"),
  save: drawn("M8 2v8M4.8 7 8 10.2 11.2 7M2.5 13.5h11"),
  share: drawn(
    "M6.7 9.3a2.8 2.8 0 0 0 4 0l2.4-2.4a2.8 2.8 0 0 0-4-4L8 4M9.3 6.7a2.8 2.8 0 0 0-4 0L2.9 9.1a2.8 2.8 0 0 0 4 4L8 12",
  ),
  sun: drawn(
    "M8 5.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6zM8 1.5v1M8 13.5v1M1.5 8h1M13.5 8h1M3.4 3.4l.7.7M11.9 11.9l.7.7M3.4 12.6l.7-.7M11.9 4.1l.7-.7",
  ),
  moon: drawn("M13 9.6A5.6 5.6 0 0 1 6.4 3 5.4 5.4 0 1 0 13 9.6z"),
  auto: svg`<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><circle cx="8" cy="8" r="5.6" fill="none"
    stroke="currentColor" stroke-width="1.6"/><path d="M8 2.4a5.6 5.6 0 0 1 0 11.2z" fill="currentColor"/></svg>`,
  help: drawn("M5.8 6a2.2 2.2 0 1 1 3.3 1.9C8.3 8.4 8 8.8 8 9.6M8 12.2v.1"),
  close: drawn("M4 4l8 8M12 4l-8 8"),
  plus: drawn("M8 3v10M3 8h10"),
  minus: drawn("M3 8h10"),
  caret: drawn("M4.5 6.5 8 10l3.5-3.5"),
  dice: svg`<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><rect x="2.3" y="2.3" width="11.4" height="11.4" rx="2.4"
    fill="none" stroke="currentColor" stroke-width="1.6"/><g fill="currentColor"><circle cx="5.5" cy="5.5" r="1.2"/><circle cx="8" cy="8" r="1.2"/>
    <circle cx="10.5" cy="10.5" r="1.2"/></g></svg>`,
  remove: drawn("M3 4.5h10M6.5 4V2.5h3V4M4.5 4.5l.6 9h5.8l.6-9"),
  column: svg`<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><rect x="2" y="3" width="12" height="10" rx="1.5"
    fill="none" stroke="currentColor" stroke-width="1.6"/><path d="M10 3h4v10h-4z" fill="currentColor"/></svg>`,
  more: filled(
    "M3 6.6a1.4 1.4 0 1 1 0 2.8 1.4 1.4 0 0 1 0-2.8zM8 6.6a1.4 1.4 0 1 1 0 2.8 1.4 1.4 0 0 1 0-2.8zM13 6.6a1.4 1.4 0 1 1 0 2.8 1.4 1.4 0 0 1 0-2.8z",
  ),
  table: drawn("M2.5 3.5h11v9h-11zM2.5 6.5h11M2.5 9.5h11M6.5 3.5v9"),
};
