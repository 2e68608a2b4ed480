/** A small static server, for looking at dist/ as any host would serve it. */
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";

const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".ts": "text/plain; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
};

/**
 * Serves a folder on this machine only.
 * @param {{folder: string, port?: number, prefix?: string}} options
 *   port: the first to try, then the next ones; 0: any free one
 *   prefix: the path under which the folder appears, "/" or "/course/lab/"
 * @returns {Promise<{address: string, close: () => void}>}
 */
export async function serve({ folder, port = 8080, prefix = "/" }) {
  const server = createServer((request, response) => {
    answer(folder, prefix, request, response).catch(() => refuse(response, 500));
  });
  const taken = await listen(server, port);
  return { address: `http://localhost:${taken}${prefix}`, close: () => server.close() };
}

async function answer(folder, prefix, request, response) {
  if (request.method !== "GET" && request.method !== "HEAD") return refuse(response, 405);
  const path = fileOf(folder, prefix, request.url ?? "/");
  const file = path && (await stat(path).catch(() => undefined));
  if (!file?.isFile()) return refuse(response, 404);
  response.writeHead(200, {
    "Content-Type": types[extname(path)] ?? "application/octet-stream",
    "Content-Length": file.size,
    "Cache-Control": "no-cache",
    "X-Content-Type-Options": "nosniff",
  });
  if (request.method === "HEAD") response.end();
  else createReadStream(path).pipe(response);
}

/** The file that a URL names, if it is one inside the folder. @returns {string | undefined} */
export function fileOf(folder, prefix, url) {
  let path;
  try {
    path = decodeURIComponent(new URL(url, "http://localhost").pathname);
  } catch {
    return undefined;
  }
  if (!path.startsWith(prefix) || path.includes("\0")) return undefined;
  const base = normalize(join(folder, sep));
  const file = normalize(join(base, path.slice(prefix.length) || "index.html"));
  if (!file.startsWith(base)) return undefined;
  return file.endsWith(sep) ? `${file}index.html` : file;
}

function refuse(response, status) {
  response.writeHead(status, { "Content-Type": "text/plain" }).end(`${status}\n`);
}

function listen(server, port) {
  return new Promise((resolve, reject) => {
    server.once("error", (error) => {
      if (error.code === "EADDRINUSE" && port !== 0) resolve(listen(server, port + 1));
      else reject(error);
    });
    server.listen(port, "localhost", () => resolve(server.address().port));
  });
}
