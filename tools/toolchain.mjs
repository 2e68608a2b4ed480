/** What the project needs of a machine: whether it is there, and how to get it. */
import { existsSync, readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { mustRun, onPath, root, run, stage } from "./command.mjs";

const leastNode = [20, 19];

/** Needs of building. `apt` is Debian's name of the package. */
const buildNeeds = [
  { what: "Emscripten 3.1.6 or newer (emcc)", apt: "emscripten", found: () => emscriptenRoot() !== undefined },
  { what: "CMake 3.24 or newer (cmake)", apt: "cmake", found: () => onPath("cmake") },
  { what: "Ninja (ninja)", apt: "ninja-build", found: () => onPath("ninja") },
  { what: "Python 3 (python3)", apt: "python3", found: () => onPath("python3") },
  { what: "Eigen 3.4", apt: "libeigen3-dev", found: () => existsSync("/usr/include/eigen3/Eigen/Core") },
];

/** Needs of the tests besides. */
const testNeeds = [
  { what: "Clang 14 or newer (clang++)", apt: "clang", found: () => onPath("clang++") },
  { what: "GoogleTest's sources", apt: "googletest", found: () => existsSync("/usr/src/googletest/CMakeLists.txt") },
  { what: "Chromium", apt: "chromium", found: () => browsers.chromium() },
  { what: "Firefox", apt: "firefox-esr", found: () => browsers.firefox() },
  { what: "WebKitGTK's driver (WebKitWebDriver)", apt: "webkit2gtk-driver", found: () => browsers.webkit() },
  { what: "NumPy", apt: "python3-numpy", found: () => existsSync("/usr/lib/python3/dist-packages/numpy") },
  { what: "scikit-learn", apt: "python3-sklearn", found: () => existsSync("/usr/lib/python3/dist-packages/sklearn") },
  { what: "PyTorch", apt: "python3-torch", found: () => existsSync("/usr/lib/python3/dist-packages/torch") },
  { what: "Xvfb", apt: "xvfb", found: () => onPath("Xvfb") },
];

/** Debian's Chromium without windows. The tests do without it, and take longer. */
const headlessShell = "chromium-headless-shell";

/** Where the browsers are that the tests drive. @type {Record<string, () => string | undefined>} */
export const browsers = {
  chromium: () => process.env.CHROMIUM ?? onPath("chromium", "chromium-browser", "google-chrome"),
  /** The same engine without the rest of the browser: a page opens in half the time. */
  headless: () => process.env.CHROMIUM ?? onPath(headlessShell) ?? browsers.chromium(),
  firefox: () => process.env.FIREFOX ?? onPath("firefox-esr", "firefox"),
  webkit: () => process.env.WEBKIT_DRIVER ?? onPath("WebKitWebDriver"),
};

/** Ends the program with a plain word where node is too old. */
export function requireNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > leastNode[0] || (major === leastNode[0] && minor >= leastNode[1])) return;
  console.error(
    `Backprop Lab needs Node.js ${leastNode.join(".")} or newer; this is ${process.versions.node}.\n` +
      "Get it from https://nodejs.org, or with nvm: nvm install 22",
  );
  process.exit(1);
}

/** Installs what is missing where apt can, and says what to install where it cannot. */
export async function prepareMachine({ forTests = false } = {}) {
  const needs = forTests ? [...buildNeeds, ...testNeeds] : buildNeeds;
  await install(needs.filter((need) => !need.found()));
  if (forTests) await install([...(await missingSanitizers()), ...(await missingHeadlessShell())]);
  await installNodePackages();
}

async function install(missing) {
  if (missing.length === 0) return;
  if (!onPath("apt-get")) {
    console.error(`Please install first:\n${missing.map((need) => `  - ${need.what}`).join("\n")}`);
    process.exit(1);
  }
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  const asRoot = process.getuid?.() === 0 ? [] : ["sudo", "--preserve-env=DEBIAN_FRONTEND"];
  const apt = (...parameters) => {
    const [program, ...rest] = [...asRoot, "apt-get", ...parameters];
    return mustRun(program, rest, { env });
  };
  const packages = missing.map((need) => need.apt);
  await stage(`Installing ${packages.join(", ")}`, async () => {
    await apt("update", "-qq");
    await apt("install", "-y", "-qq", ...packages);
  });
  const still = missing.filter((need) => !need.found());
  if (still.length > 0) throw new Error(`Installed, but still not found: ${still.map((need) => need.what).join(", ")}`);
}

/** The sanitizers' runtime is a package of clang's own version. */
async function missingSanitizers() {
  const found = async () => {
    const { output } = await run("clang++", ["-print-runtime-dir"]);
    const library = await run("clang++", ["-print-file-name=libclang_rt.fuzzer-x86_64.a"]);
    return [join(output.trim(), "libclang_rt.fuzzer.a"), library.output.trim()].some((path) => existsSync(path));
  };
  if ((await found()) || process.arch !== "x64") return [];
  const major = (await mustRun("clang++", ["-dumpversion"])).split(".")[0];
  return [{ what: "Clang's sanitizers", apt: `libclang-rt-${major}-dev`, found: () => true }];
}

/** Asked for only where apt has it. */
async function missingHeadlessShell() {
  if (browsers.headless() !== onPath("chromium")) return [];
  const known = await run("apt-cache", ["show", headlessShell]);
  return known.code === 0 ? [{ what: headlessShell, apt: headlessShell, found: () => onPath(headlessShell) }] : [];
}

/** Installs the locked packages, where node_modules is not what the lock file says. */
async function installNodePackages() {
  const installed = join(root, "node_modules/.package-lock.json");
  if (existsSync(installed) && samePackages(join(root, "package-lock.json"), installed)) return;
  await stage("Installing the npm packages", () => npmInstall(root));
}

/**
 * Installs a folder's locked packages, and leaves its lock file alone. Not `npm ci`: that refuses a lock file that was
 * written where the binaries for other systems (Biome's) were not to be had.
 */
export function npmInstall(folder, ...options) {
  return mustRun("npm", ["install", "--no-save", "--no-audit", "--no-fund", ...options], {
    cwd: folder,
    env: { PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: "1" },
  });
}

/** Whether each package of the lock file stands installed in its version (those for other systems left out). */
function samePackages(lock, installed) {
  if (statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return true;
  const read = (path) => JSON.parse(readFileSync(path, "utf8")).packages;
  const there = read(installed);
  return Object.entries(read(lock)).every(
    ([path, { version, optional }]) => path === "" || optional || there[path]?.version === version,
  );
}

/** Emscripten's folder: of EMSCRIPTEN_ROOT, of an activated emsdk, of the emcc on the PATH, or Debian's. */
function emscriptenRoot() {
  const emcc = onPath("emcc");
  const candidates = [
    process.env.EMSCRIPTEN_ROOT,
    process.env.EMSDK && join(process.env.EMSDK, "upstream/emscripten"),
    emcc && dirname(realpathSync(emcc)),
    "/usr/share/emscripten",
  ];
  const holdsToolchain = (folder) => existsSync(join(folder, "cmake/Modules/Platform/Emscripten.cmake"));
  return candidates
    .filter(Boolean)
    .map((folder) => resolve(folder))
    .find(holdsToolchain);
}

/** The environment in which CMake's preset `wasm` and emcc run. */
export function emscriptenEnvironment() {
  const folder = emscriptenRoot();
  if (!folder) throw new Error("Emscripten is not installed, or not found: set EMSCRIPTEN_ROOT to its folder.");
  // Debian keeps acorn, which emcc's optimiser needs, where only Debian's own node looks.
  const debian = folder === "/usr/share/emscripten" ? { NODE_PATH: "/usr/share/nodejs" } : {};
  return { EMSCRIPTEN_ROOT: folder, ...debian };
}
