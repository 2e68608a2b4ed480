/** Drives WebKitGTK by plain WebDriver calls, on a display of its own. */
import { spawn } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import { browsers } from "../../../tools/toolchain.mjs";

/** @returns {Promise<import("./smoke.test.mjs").Driver>} */
export async function startWebKit() {
  const display = await startDisplay();
  const port = 20000 + (process.pid % 20000);
  const driver = spawn(browsers.webkit(), [`--port=${port}`], {
    env: { ...process.env, DISPLAY: display.name, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1" },
    stdio: "ignore",
  });
  const call = async (method, path, body) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      body: body && JSON.stringify(body),
      headers: { "Content-Type": "application/json" },
    });
    const { value } = await answer.json();
    if (value?.error) throw new Error(`${value.error}: ${value.message}`);
    return value;
  };
  await until(() => call("GET", "/status"));
  const { sessionId } = await call("POST", "/session", {
    capabilities: { alwaysMatch: { "webkitgtk:browserOptions": { args: ["--automation"] } } },
  });
  const session = `/session/${sessionId}`;
  return {
    open: (url) => call("POST", `${session}/url`, { url }),
    enterFrame: () => call("POST", `${session}/frame`, { id: 0 }),
    evaluate: (script) => call("POST", `${session}/execute/sync`, { script, args: [] }),
    async close() {
      await call("DELETE", session).catch(() => undefined);
      driver.kill();
      display.close();
    },
  };
}

/** An X display of its own, numbered by the server. */
function startDisplay() {
  return new Promise((resolve, reject) => {
    const server = spawn("Xvfb", ["-displayfd", "1", "-screen", "0", "1440x1000x24", "-nolisten", "tcp"], {
      stdio: ["ignore", "pipe", "ignore"],
    });
    server.on("error", reject);
    server.stdout.once("data", (number) => resolve({ name: `:${String(number).trim()}`, close: () => server.kill() }));
  });
}

/** Tries again until it succeeds, for ten seconds. */
export async function until(attempt) {
  for (let left = 100; ; left--) {
    try {
      return await attempt();
    } catch (error) {
      if (left === 0) throw error;
      await wait(100);
    }
  }
}
