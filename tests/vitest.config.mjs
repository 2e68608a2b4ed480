/** Vitest sees the sources with the core that the last build compiled. */
import { defineConfig } from "vitest/config";
import { unpacker } from "../tools/shipping/corePlugins.mjs";

export default defineConfig({
  root: new URL("..", import.meta.url).pathname,
  plugins: [unpacker],
  test: { include: ["tests/**/*.test.ts"], passWithNoTests: false },
});
