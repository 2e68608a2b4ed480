import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { serve } from "../../tools/serve.mjs";

const folder = mkdtempSync(join(tmpdir(), "serve-"));
let server;
before(async () => {
  mkdirSync(join(folder, "site/assets"), { recursive: true });
  writeFileSync(join(folder, "secret.txt"), "secret");
  writeFileSync(join(folder, "site/index.html"), "page");
  writeFileSync(join(folder, "site/assets/core.wasm"), "wasm");
  server = await serve({ folder: join(folder, "site"), port: 0, prefix: "/course/lab/" });
});
after(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

/** Unlike fetch, sends the path as it is. */
const get = (path, method = "GET") =>
  new Promise((resolve) => {
    const { hostname, port } = new URL(server.address);
    request({ hostname, port, path, method }, (response) => {
      let body = "";
      response.on("data", (chunk) => {
        body += chunk;
      });
      response.on("end", () => resolve({ status: response.statusCode, type: response.headers["content-type"], body }));
    }).end();
  });

test("serves a folder's index under its prefix", async () => {
  const answer = await get("/course/lab/?query#fragment");
  assert.deepEqual([answer.status, answer.type, answer.body], [200, "text/html; charset=utf-8", "page"]);
});

test("names WebAssembly's type, so that it can be compiled as it arrives", async () => {
  assert.equal((await get("/course/lab/assets/core.wasm")).type, "application/wasm");
});

for (const path of [
  "/course/lab/../secret.txt",
  "/course/lab/%2e%2e/secret.txt",
  "/course/lab/..%2fsecret.txt",
  "/course/lab/assets/..%2f..%2f..%2fsecret.txt",
  "/secret.txt",
  "/course/lab/%",
  "/course/lab/a%00b",
  "/course/lab/assets",
]) {
  test(`finds nothing at ${path}`, async () => assert.equal((await get(path)).status, 404));
}

test("takes nothing", async () => assert.equal((await get("/course/lab/", "POST")).status, 405));
