/** The plane's axes. The name of the one up stands above it; the other's where the axes meet, or at its end if it is long. */
import { nothing, type SVGTemplateResult, svg } from "lit";
import * as texts from "../texts";
import { axes, linearTicks } from "./axes";
import type { Plot } from "./planePoints";

export const margin = { left: 40, top: 17, right: 2, bottom: 24 };

const shortName = 4; // characters
const characterWidth = 7.5; // px, more than the mean

export function planeAxes({ space, columns, table }: Plot): SVGTemplateResult {
  const area = { left: margin.left, top: margin.top, width: space.width, height: space.height };
  const right = area.left + area.width;
  const bottom = area.top + area.height;
  const [acrossName, upName] = columns.map((column) => texts.featureName(table.columns[column]));
  const free = acrossName.length > shortName ? right - characterWidth * acrossName.length - 24 : right;
  const at = {
    across: (value: number) => area.left + ((value - space.x[0]) / (space.x[1] - space.x[0])) * area.width,
    up: (value: number) => area.top + ((space.y[1] - value) / (space.y[1] - space.y[0])) * area.height,
  };
  const across = {
    name: acrossName.length > shortName ? "" : acrossName,
    ticks: linearTicks(...space.x, space.width / 64).filter(({ value }) => at.across(value) < free),
    at: at.across,
  };
  const up = {
    name: "",
    ticks: linearTicks(...space.y, space.height / 52),
    at: at.up,
  };
  return svg`${axes(area, across, up)}<g class="axes">
    ${across.name ? nothing : svg`<text class="name" x=${right} y=${bottom + 19} text-anchor="end">${acrossName}</text>`}
    <text class="name" x=${upName.length > shortName ? 0 : area.left - 8} y=${area.top - 5} text-anchor=${upName.length > shortName ? "start" : "end"}>${upName}</text>
  </g>`;
}
