/** The legend of Descent: a bar of the bands' colours with the costs at which they meet, and where the present one is. */
import { bisectRight } from "d3-array";
import { type SVGTemplateResult, svg } from "lit";
import { type PlotArea, tickLabel } from "./axes";

const barWidth = 14;

/** @param area    left and top of the bar, and its height
 *  @param fills   levels.length + 1 colours, the least cost first
 *  @param now     the present cost */
export function descentLegend(
  area: PlotArea,
  name: string,
  levels: readonly number[],
  fills: readonly string[],
  now: number,
): SVGTemplateResult {
  const { left, top, height } = area;
  const band = height / fills.length;
  const bottom = top + height;
  const every = Math.ceil(15 / band);
  return svg`<g class="axes legend" aria-hidden="true">
    ${fills.map((fill, i) => svg`<rect x=${left} y=${bottom - (i + 1) * band} width=${barWidth} height=${band} fill=${fill} />`)}
    <rect class="frame" x=${left + 0.5} y=${top + 0.5} width=${barWidth - 1} height=${height - 1} />
    ${levels.map((level, i) => {
      const y = Math.round(bottom - (i + 1) * band) + 0.5;
      return svg`<line class="tick" x1=${left + barWidth} x2=${left + barWidth + 4} y1=${y} y2=${y} />
        ${i % every === 0 ? svg`<text x=${left + barWidth + 7} y=${y} dy="0.32em">${tickLabel(level)}</text>` : null}`;
    })}
    ${Number.isFinite(now) ? pointer(left, bottom - band * bandPosition(levels, now)) : null}
    <text class="name" x=${left} y=${top - 10}>${name}</text>
  </g>`;
}

const pointer = (x: number, y: number) => svg`<path class="now" d=${`M${x - 1} ${y}l-7 -4.5v9z`} />`;

/** In bands from the bottom: inside of a band by proportion, in the middle of the two that have no end. */
function bandPosition(levels: readonly number[], cost: number): number {
  const band = bisectRight(levels, cost);
  if (band === 0 || band === levels.length) return band + 0.5;
  return band + (cost - levels[band - 1]) / (levels[band] - levels[band - 1]);
}
