/** One file of types for the headless API, made of what the compiler declares for each source file. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, normalize } from "node:path";
import { mustRun, root } from "../command.mjs";

/** @param {string} entry  source file, from the root   @param {string} destination  the .d.ts to write */
export async function writeDeclarations(entry, destination) {
  const folder = mkdtempSync(join(tmpdir(), "declarations-"));
  try {
    const project = join(folder, "tsconfig.json");
    writeFileSync(project, JSON.stringify(projectOf(entry, folder)));
    await mustRun("node_modules/.bin/tsc", ["--project", project]);
    writeFileSync(destination, flattened(entry, folder));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The project's own settings, for one entry and the modules that the build makes. */
function projectOf(entry, folder) {
  return {
    extends: join(root, "tsconfig.json"),
    compilerOptions: {
      noEmit: false,
      declaration: true,
      emitDeclarationOnly: true,
      rootDir: root,
      outDir: folder,
      typeRoots: [join(root, "node_modules/@types")],
      types: ["node"],
    },
    files: [join(root, entry), join(root, "web/engine/virtualModules.d.ts")],
    include: [],
  };
}

/** The declarations of a file after those of the files it imports. Only the entry's own exports, and what it exports
 *  again, are exported. */
function flattened(entry, folder) {
  const parts = new Map();
  const visit = (file) => {
    if (parts.has(file)) return;
    parts.set(file, "");
    const text = readFileSync(join(folder, file), "utf8");
    for (const [, from] of text.matchAll(/\bfrom "(\.[^"]*)"/g)) {
      visit(`${normalize(join(dirname(file), from)).replace(/\.ts$/, "")}.d.ts`);
    }
    parts.set(file, file === declared ? text : text.replace(/^export (?=declare|interface|type|abstract)/gm, ""));
  };
  const declared = entry.replace(/\.ts$/, ".d.ts");
  visit(declared);
  // What was imported now stands above; what was exported again is exported from here.
  const joined = [...parts.entries()].sort(([a], [b]) => Number(a === declared) - Number(b === declared));
  return joined
    .map(([, text]) => text)
    .join("\n")
    .replace(/^import [^;]*;\n/gm, "")
    .replace(/^(export (?:type )?\{[^}]*\}) from "\.[^"]*";/gm, "$1;")
    .replace(/^export \{\};\n/gm, "");
}
