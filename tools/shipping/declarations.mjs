/** One file of types for the headless API, made of what the compiler declares for each source file. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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

/** The declarations of a file after those of the files it imports. Exported are the entry's own, and those of the files
 *  that it exports again as a whole. */
function flattened(entry, folder) {
  const declared = entry.replace(/\.ts$/, ".d.ts");
  const texts = new Map();
  const exported = new Set([declared]);
  const visit = (file) => {
    if (texts.has(file)) return;
    const text = readFileSync(join(folder, file), "utf8");
    texts.set(file, ""); // marks it as under way; it is put in its place after what it imports
    for (const [statement, from] of text.matchAll(/^(?:import|export)\b[^;]*?\bfrom "(\.[^"]*)";/gm)) {
      const other = `${normalize(join(dirname(file), from))}.d.ts`;
      if (!existsSync(join(folder, other))) continue; // the compiled core: its types are written by hand
      if (exported.has(file) && /^export (type )?\*/.test(statement)) exported.add(other);
      visit(other);
    }
    texts.delete(file);
    texts.set(file, text);
  };
  visit(declared);
  return [...texts]
    .map(([file, text]) => (exported.has(file) ? text : withoutExports(text)))
    .map(withoutModules)
    .join("\n");
}

const withoutExports = (text) => text.replace(/^export (?=declare|interface|type |abstract)/gm, "");

/** What was imported stands above; what is exported again by name is exported from here. */
function withoutModules(text) {
  return text
    .replace(/^import\b[^;]*;\n/gm, "")
    .replace(/^export (type )?\*[^;]*;\n/gm, "")
    .replace(/^(export (?:type )?\{[^}]*\}) from "\.[^"]*";/gm, "$1;")
    .replace(/^export \{\};\n/gm, "");
}
