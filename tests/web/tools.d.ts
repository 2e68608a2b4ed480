/** Types of what the tests of the page use of tools/. */

declare module "*/tools/serve.mjs" {
  export function serve(options: {
    folder: string;
    port?: number;
    prefix?: string;
  }): Promise<{ address: string; close: () => void }>;
}

declare module "*/tools/toolchain.mjs" {
  export const browsers: Record<"chromium" | "headless" | "firefox" | "webkit", () => string | undefined>;
}

declare module "*/tools/shipping/printable.mjs" {
  export function printable(bytes: Uint8Array): string;
}

declare module "*/tools/shipping/packed.mjs" {
  export function packed(module: Uint8Array | undefined, rest?: Uint8Array): Uint8Array;
}

declare module "*/tools/shipping/separated.mjs" {
  export function separated(module: Uint8Array): { streams: Uint8Array; size: number };
}
