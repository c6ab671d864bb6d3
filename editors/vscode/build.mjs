// Puts the extension, with all that it needs but VS Code itself, into one file, and the
// licences of what it needs beside it; with --tests the tests too, one file each.

import { readdirSync } from "node:fs";
import { readFile, rm, writeFile } from "node:fs/promises";
import { build } from "esbuild";

const tests = process.argv.includes("--tests");
const shared = {
  bundle: true,
  platform: "node",
  format: "cjs",
  target: "node20",
  external: ["vscode"],
  logLevel: "warning",
};

await rm("out", { recursive: true, force: true });
const { metafile } = await build({
  ...shared,
  entryPoints: ["src/extension.ts"],
  outfile: "out/extension.js",
  minify: process.argv.includes("--minify"),
  metafile: true,
});
await writeFile("out/licences.txt", await licences(Object.keys(metafile.inputs)));
if (tests) {
  const files = readdirSync("test").filter((name) => name.endsWith(".test.ts"));
  await build({
    ...shared,
    entryPoints: files.map((name) => `test/${name}`),
    outdir: "out/test",
  });
}

// The licences of the packages that some files are of.
async function licences(files) {
  const folders = files
    .map((file) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1])
    .filter((folder) => folder !== undefined);
  const texts = [...new Set(folders)].sort().map(async (folder) => {
    const about = JSON.parse(await readFile(`${folder}/package.json`, "utf-8"));
    const name = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
    if (name === undefined) {
      throw new Error(`${folder} has no licence`);
    }
    const text = await readFile(`${folder}/${name}`, "utf-8");
    return `${about.name} ${about.version}\n\n${text.trim()}\n`;
  });
  return (await Promise.all(texts)).join(`\n${"-".repeat(72)}\n\n`);
}
