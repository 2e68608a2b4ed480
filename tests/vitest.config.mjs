/** Vitest sees the sources with the core that the last build compiled. */
import { defineConfig } from "vitest/config";
import { coreWasm } from "../tools/shipping/corePlugins.mjs";

export default defineConfig({
  root: new URL("..", import.meta.url).pathname,
  plugins: [coreWasm({ inline: true })],
  test: { include: ["tests/**/*.test.ts"], passWithNoTests: false },
});
