/** Which program is the server, on machines of either kind. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { found, type Machine } from "../src/command";

function machine(...files: string[]): Machine {
  return {
    windows: false,
    home: "/keeper",
    paths: ["/usr/local/bin", "/usr/bin"],
    runs: (file) => files.includes(file),
  };
}

function windows(...files: string[]): Machine {
  return { ...machine(...files), windows: true, home: "C:\\Keeper", paths: ["C:\\Bin"] };
}

test("the first of PATH is taken", () => {
  const both = machine("/usr/bin/resolint", "/usr/local/bin/resolint");
  assert.equal(found("", [], both), "/usr/local/bin/resolint");
  assert.equal(found("  ", [], machine("/usr/bin/resolint")), "/usr/bin/resolint");
  assert.equal(found("", [], machine()), undefined);
});

test("an environment of the folder comes before PATH", () => {
  const own = "/drafts/.venv/bin/resolint";
  assert.equal(found("", ["/other", "/drafts"], machine("/usr/bin/resolint", own)), own);
});

test("the setting holds alone", () => {
  const there = machine("/usr/bin/resolint", "/programs/resolint", "/usr/bin/other");
  assert.equal(found("/programs/resolint", [], there), "/programs/resolint");
  assert.equal(found("/programs/nothing", [], there), undefined);
  assert.equal(found("other", [], there), "/usr/bin/other");
});

test("a setting can begin at home, or in the folder that is open", () => {
  const home = "/keeper/bin/resolint";
  assert.equal(found("~/bin/resolint", [], machine(home)), home);
  const near = "/drafts/tools/resolint";
  assert.equal(found("tools/resolint", ["/drafts"], machine(near)), near);
  assert.equal(found("./tools/resolint", ["/drafts"], machine(near)), near);
});

test("on Windows programs end with .exe", () => {
  const there = "C:\\Bin\\resolint.exe";
  assert.equal(found("", [], windows(there)), there);
  const own = "D:\\drafts\\.venv\\Scripts\\resolint.exe";
  assert.equal(found("", ["D:\\drafts"], windows(there, own)), own);
  assert.equal(found("C:\\Bin\\resolint", [], windows(there)), there);
  assert.equal(found("C:\\Bin\\resolint.EXE", [], windows(there)), undefined);
  const home = "C:\\Keeper\\resolint.exe";
  assert.equal(found("~\\resolint.exe", [], windows(home)), home);
});
