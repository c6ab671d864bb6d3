/** The extension as it is shipped, in a stub of VS Code, with the server itself. */

import assert from "node:assert/strict";
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { after, afterEach, test } from "node:test";
import {
  called,
  Document,
  events,
  findings,
  Position,
  Range,
  registered,
  settings,
  shown,
  Uri,
  user,
} from "./stub";

/** How many milliseconds a step may take on a machine that does much else. */
const PATIENCE = Number(process.env["PATIENCE"] ?? 60_000);
/** A draft with characters outside the basic plane before what is wrong. */
const DRAFT = `*The General Assembly*,

*Recalling* the lamps of the harbour 𝕃𝕒𝕞𝕡, “Ærø” and its keepers;

1. *Welcomes* the restoration of the lamps 🗼;

3. *Decides* to continue its consideration of the matter.
`;
const NO_CANCEL = {
  isCancellationRequested: false,
  onCancellationRequested: () => ({ dispose: () => {} }),
};

const extension = createRequire(__filename)("../extension.js");
const folder = mkdtempSync(join(tmpdir(), "resolint-"));
const program = server();
const here = { skip: program ? false : "resolint is not here: set RESOLINT to it" };
const posix = { skip: process.platform === "win32" && "the program is a shell script" };
let documents = 0;

after(() => rmSync(folder, { recursive: true }));
afterEach(async () => {
  await extension.deactivate();
  for (const key of Object.keys(settings)) delete settings[key];
  for (const key of Object.keys(registered)) delete registered[key];
  shown.length = called.length = 0;
  findings.clear();
  user.presses = () => undefined;
});

/** The program, named by RESOLINT or on the PATH. */
function server(): string | undefined {
  const paths = (process.env["PATH"] ?? "").split(delimiter);
  const places = paths.map((each) => join(each, "resolint"));
  return [process.env["RESOLINT"] ?? "", ...places].find((each) => existsSync(each));
}

async function begin(): Promise<void> {
  settings["path"] ??= program;
  const subscriptions: unknown[] = [];
  await extension.activate({ subscriptions });
  assert.equal(subscriptions.length, 3);
}

function open(): Document {
  documents += 1;
  return new Document(Uri.file(join(folder, `${documents}.md`)), "markdown", DRAFT);
}

async function until<T>(what: string, given: () => T | undefined): Promise<T> {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const value = given();
    if (value !== undefined && value !== false) return value;
    if (Date.now() > end) assert.fail(`not in time: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function codes(document: Document): string[] {
  return (findings.get(`${document.uri}`) ?? []).map(({ code }) => code.value ?? code);
}

function found(document: Document, code: string, is = true): Promise<unknown> {
  return until(`${is ? "" : "no "}${code} in ${codes(document)}`, () =>
    findings.has(`${document.uri}`) && codes(document).includes(code) === is
      ? true
      : undefined,
  );
}

/** Ask the provider of some kind that was registered last. */
function provider(kind: string): any {
  return registered[`register${kind}Provider`]!.at(-1)![1];
}

test("findings appear, and are where VS Code counts them", here, async () => {
  await begin();
  const document = open();
  await found(document, "PRE003");
  const all = findings.get(`${document.uri}`)!;
  const one = all.find(({ code }) => (code.value ?? code) === "PRE003")!;
  const { start, end } = one["range"];
  assert.equal(document.getText().slice(document.offset(start), document.offset(end)), ";");
  assert.match(one["message"], /^first preambular paragraph should end with a comma/);
  assert.deepEqual(shown, []);
});

test("a fix that is chosen is made, and its finding goes", here, async () => {
  await begin();
  const document = open();
  await found(document, "PRE003");
  const diagnostics = findings.get(`${document.uri}`)!;
  const at = diagnostics.find(({ code }) => (code.value ?? code) === "PRE003")!["range"];
  const actions = await provider("CodeActions").provideCodeActions(
    document,
    at,
    { diagnostics, only: undefined, triggerKind: 1 },
    NO_CANCEL,
  );
  const [fix] = actions;
  assert.deepEqual([fix.title, fix.isPreferred], ["Write “,”", true]);
  document.edit(fix.edit.edits);
  assert.equal(document.getText(), DRAFT.replace("keepers;", "keepers,"));
  await found(document, "PRE003", false);
  assert.deepEqual(codes(document), ["OPN003"]);
});

test("all safe fixes are made at once", here, async () => {
  await begin();
  const document = open();
  await found(document, "PRE003");
  const zero = new Position(0, 0);
  const kind = { value: "source.fixAll.resolint" };
  const [all] = await provider("CodeActions").provideCodeActions(
    document,
    new Range(zero, zero),
    { diagnostics: [], only: kind, triggerKind: 1 },
    NO_CANCEL,
  );
  document.edit(all.edit.edits);
  const fixed = DRAFT.replace("keepers;", "keepers,").replace("3. ", "2. ");
  assert.equal(document.getText(), fixed);
  await found(document, "PRE003", false);
});

test("the pointer is told what it rests on", here, async () => {
  await begin();
  const document = open();
  await found(document, "PRE003");
  const end = new Position(2, DRAFT.split("\n")[2]!.length - 1);
  const hover = await provider("Hover").provideHover(document, end, NO_CANCEL);
  assert.match(JSON.stringify(hover.contents), /PRE003/);
});

test("settings hold, and hold anew when they change", here, async () => {
  settings["ignore"] = ["PRE003"];
  await begin();
  const document = open();
  await found(document, "OPN003");
  assert.deepEqual(codes(document), ["OPN003"]);
  delete settings["ignore"];
  settings["select"] = ["PRE"];
  events.configured.fire({ affectsConfiguration: (key: string) => key === "resolint" });
  await found(document, "PRE003");
  assert.deepEqual(codes(document), ["PRE003"]);
  assert.deepEqual(shown, []);
});

test("it starts anew when it is told to", here, async () => {
  await begin();
  const document = open();
  await found(document, "PRE003");
  const restart = registered["registerCommand"]!.find(([name]) => name === "resolint.restart");
  findings.clear();
  await restart![1]();
  await found(document, "PRE003");
  assert.deepEqual(shown, []);
});

test("the command calls for all safe fixes", here, async () => {
  await begin();
  const fix = registered["registerCommand"]!.find(([name]) => name === "resolint.fixAll");
  await fix![1]();
  const wanted = { kind: "source.fixAll.resolint", apply: "first" };
  assert.deepEqual(called.at(-1), ["editor.action.codeAction", wanted]);
});

test("one line says how to install what is not installed", async () => {
  settings["path"] = join(folder, "nothing");
  user.presses = ([first]) => first;
  await begin();
  const [[text, ...buttons], ...rest] = shown as [string[], ...string[][]];
  assert.match(text!, /nothing, which the setting resolint\.path names/);
  assert.match(text!, /pip install "resolint\[lsp\]"$/);
  assert.deepEqual(buttons, ["Copy the command", "Say where it is", "Try again"]);
  assert.deepEqual(rest, []);
  await until("copy", () => called.length || undefined);
  assert.deepEqual(called, [["copy", 'pip install "resolint[lsp]"']]);
});

test("one line says why the server does not start", posix, async () => {
  const lacking = join(folder, "lacking");
  const needs = 'the server needs pygls: pip install "resolint[lsp]"';
  writeFileSync(lacking, `#!/bin/sh\necho 'Error: ${needs}' >&2\nexit 1\n`);
  chmodSync(lacking, 0o755);
  settings["path"] = lacking;
  await begin();
  await until("message", () => shown.length || undefined);
  assert.deepEqual(shown, [
    [`resolint: the server does not start: ${needs}`, "Show its output"],
  ]);
});
