import { minify } from "terser";

/** A Vite plugin that makes scripts smaller before Vite's own minifier does: each finds what the other leaves. */
export const terser = {
  name: "terser",
  renderChunk: (code, _chunk, { format }) =>
    minify(code, { module: format === "es", ecma: 2020, compress: { passes: 3 } }),
};
