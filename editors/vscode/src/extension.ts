/** Starts the server, tells it the settings, and says when it cannot be started. */

import { execFile } from "node:child_process";
import { accessSync, constants, statSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter } from "node:path";
import * as vscode from "vscode";
import {
  LanguageClient,
  type LanguageClientOptions,
} from "vscode-languageclient/node";
import { found, type Machine } from "./command";
import { told } from "./settings";

const SECTION = "resolint";
const FIX_ALL = "source.fixAll.resolint";
const INSTALL = 'pip install "resolint[lsp]"';
const SERVER = ["server"];
const LANGUAGES = ["markdown", "plaintext", "xml"];
const SCHEMES = ["file", "untitled"];
/** How many milliseconds a server that does not start may take to say why. */
const PATIENCE = 10_000;

let client: Client | undefined;
/** What is being started or ended; the next waits for it. */
let busy: Promise<void> = Promise.resolve();

export function activate(context: vscode.ExtensionContext): Promise<void> {
  context.subscriptions.push(
    vscode.commands.registerCommand("resolint.restart", restart),
    vscode.commands.registerCommand("resolint.fixAll", fixAll),
    vscode.workspace.onDidChangeConfiguration(configured),
  );
  return restart();
}

export function deactivate(): Promise<void> {
  return after(end);
}

/** Start the server, anew if it is running. */
function restart(): Promise<void> {
  return after(async () => {
    await end();
    await begin();
  });
}

function after(work: () => Promise<void>): Promise<void> {
  busy = busy.then(work, work);
  return busy;
}

async function end(): Promise<void> {
  const ended = client;
  client = undefined;
  try {
    await ended?.dispose();
  } catch {
    // It has ended of itself, or never began.
  }
}

async function begin(): Promise<void> {
  const setting = settings().get<string>("path", "");
  const folders = (vscode.workspace.workspaceFolders ?? [])
    .filter((folder) => folder.uri.scheme === "file")
    .map((folder) => folder.uri.fsPath);
  const command = found(setting, folders, machine());
  if (command === undefined) {
    void tellMissing(setting);
    return;
  }
  const started = new Client(SECTION, SECTION, { command, args: SERVER }, options());
  client = started;
  try {
    await started.start();
    started.quiet = false;
  } catch (error) {
    void tellTrouble(started, command, error);
  }
}

/** A client that lets us say why it does not start, in one line and not in four. */
class Client extends LanguageClient {
  quiet = true;

  override error(message: string, data?: unknown, show?: boolean | "force"): void {
    super.error(message, data, this.quiet ? false : show);
  }
}

function options(): LanguageClientOptions {
  return {
    documentSelector: SCHEMES.flatMap((scheme) =>
      LANGUAGES.map((language) => ({ scheme, language })),
    ),
    initializationFailedHandler: () => false,
    initializationOptions: { [SECTION]: told(settings()) },
    // The section also has what is none of the server's business.
    middleware: {
      workspace: {
        configuration: ({ items }) => items.map(() => told(settings())),
      },
    },
  };
}

async function configured(event: vscode.ConfigurationChangeEvent): Promise<void> {
  if (event.affectsConfiguration(`${SECTION}.path`)) {
    await restart();
  } else if (event.affectsConfiguration(SECTION) && client?.isRunning()) {
    await client.sendNotification("workspace/didChangeConfiguration", {
      settings: { [SECTION]: told(settings()) },
    });
  }
}

async function fixAll(): Promise<void> {
  await vscode.commands.executeCommand("editor.action.codeAction", {
    kind: FIX_ALL,
    apply: "first",
  });
}

function settings(): vscode.WorkspaceConfiguration {
  return vscode.workspace.getConfiguration(SECTION);
}

function machine(): Machine {
  return {
    windows: process.platform === "win32",
    home: homedir(),
    paths: (process.env["PATH"] ?? "").split(delimiter).filter(Boolean),
    runs,
  };
}

function runs(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

async function tellMissing(setting: string): Promise<void> {
  const copy = "Copy the command";
  const choose = "Say where it is";
  const again = "Try again";
  const what = setting
    ? `there is no program ${setting}, which the setting resolint.path names`
    : "the program is not installed";
  const chosen = await vscode.window.showErrorMessage(
    `resolint: ${what}. With Python 3.11 or later: ${INSTALL}`,
    copy,
    choose,
    again,
  );
  switch (chosen) {
    case copy:
      await vscode.env.clipboard.writeText(INSTALL);
      break;
    case choose:
      await vscode.commands.executeCommand(
        "workbench.action.openSettings",
        `${SECTION}.path`,
      );
      break;
    case again:
      await restart();
      break;
  }
}

async function tellTrouble(
  started: Client,
  command: string,
  error: unknown,
): Promise<void> {
  const show = "Show its output";
  const why = (await lastWords(command)) || String(error);
  const chosen = await vscode.window.showErrorMessage(
    `resolint: the server does not start: ${why}`,
    show,
  );
  if (chosen === show) {
    started.outputChannel.show();
  }
}

/** Return what a server that does not start says of it, such as what it lacks. */
function lastWords(command: string): Promise<string> {
  return new Promise((resolve) => {
    const child = execFile(command, SERVER, { timeout: PATIENCE }, (_, __, said) => {
      const last = said.trim().split(/\r?\n/).at(-1) ?? "";
      resolve(last.replace(/^Error: /, ""));
    });
    child.stdin?.on("error", () => {});
    child.stdin?.end();
  });
}
