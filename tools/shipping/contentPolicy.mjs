/** The page's Content-Security-Policy: nothing but itself, no evaluated text, no request to anywhere else. */
import { createHash } from "node:crypto";

/** Of the hosted page: its own origin's files, and a worker from a Blob. */
export const hostedPolicy = join({
  "default-src": "'none'",
  "script-src": "'self' 'wasm-unsafe-eval'",
  "worker-src": "'self' blob:",
  "connect-src": "'self'",
  "style-src": "'self'",
  "img-src": "'self' data: blob:",
  "font-src": "'self'",
});

/** Of the single file: the very scripts and styles that stand in it, and no request at all. */
export function singleFilePolicy(scripts, styles) {
  return join({
    "default-src": "'none'",
    "script-src": [...scripts.map(sourceHash), "'wasm-unsafe-eval'"].join(" "),
    "worker-src": "blob:",
    "style-src": styles.map(sourceHash).join(" ") || "'none'",
    "img-src": "data: blob:",
    "font-src": "data:",
  });
}

function join(directives) {
  return Object.entries({ ...directives, "base-uri": "'none'", "form-action": "'none'" })
    .map(([name, sources]) => `${name} ${sources}`)
    .join("; ");
}

function sourceHash(text) {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

/** Puts the policy first in the head, before anything that it governs. */
export function withPolicy(html, policy) {
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
  const withMeta = html.replace(/<meta charset=[^>]*>/i, (charset) => `${charset}\n    ${meta}`);
  if (withMeta === html) throw new Error("index.html has no <meta charset> to put the policy after");
  return withMeta;
}
