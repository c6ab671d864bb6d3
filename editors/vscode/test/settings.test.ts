/** What the server is told of the settings of the editor. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { LINTER, told } from "../src/settings";

const about = JSON.parse(readFileSync(join(__dirname, "../../package.json"), "utf-8"));
const properties = about.contributes.configuration.properties;

test("what is set is told as it is, and nothing else", () => {
  const given = new Map<string, unknown>([
    ["level", "info"],
    ["profile", ""],
    ["stage", null],
    ["select", []],
    ["path", "/programs/resolint"],
  ]);
  assert.deepEqual(told(given), {
    level: "info",
    select: [],
    "trust-plugins": true,
  });
});

test("each setting is the linter's, or the extension's own", () => {
  const own = ["path", "trace.server"];
  const names = [...own, ...LINTER].map((each) => `resolint.${each}`);
  assert.deepEqual(Object.keys(properties).sort(), names.sort());
});

test("settings of the linter are not set until they are", () => {
  for (const key of LINTER) {
    assert.equal(properties[`resolint.${key}`].default, null);
  }
});
