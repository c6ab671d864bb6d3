/**
 * As much of VS Code as the extension needs to talk to the server: documents that are
 * opened and changed, settings, commands, and providers that can be asked.
 *
 * Whatever else the client library looks for is made up: events that never come, classes
 * without content, and registrations that are kept in `registered`.
 */

import Module from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";

type Listener = (value: any) => unknown;
type Bag = Record<PropertyKey, any>;

class Disposable {
  static from(...all: Disposable[]): Disposable {
    return new Disposable(() => all.forEach((each) => each.dispose()));
  }
  constructor(private readonly end: () => void = () => {}) {}
  dispose(): void {
    this.end();
  }
}

class EventEmitter {
  private readonly listeners = new Set<Listener>();
  readonly event = (listener: Listener, self?: unknown): Disposable => {
    const bound = self === undefined ? listener : listener.bind(self);
    this.listeners.add(bound);
    return new Disposable(() => this.listeners.delete(bound));
  };
  fire(value?: unknown): void {
    for (const each of [...this.listeners]) each(value);
  }
  dispose(): void {
    this.listeners.clear();
  }
}

class CancellationTokenSource {
  private readonly emitter = new EventEmitter();
  readonly token = {
    isCancellationRequested: false,
    onCancellationRequested: this.emitter.event,
  };
  cancel(): void {
    this.token.isCancellationRequested = true;
    this.emitter.fire();
  }
  dispose(): void {}
}

export class Position {
  constructor(
    readonly line: number,
    readonly character: number,
  ) {}
}

export class Range {
  constructor(
    readonly start: Position,
    readonly end: Position,
  ) {}
}

class ShapedRange extends Range {
  constructor(...given: any[]) {
    super(
      given.length === 4 ? new Position(given[0], given[1]) : given[0],
      given.length === 4 ? new Position(given[2], given[3]) : given[1],
    );
  }
}

export class Uri {
  readonly scheme: string;
  readonly path: string;
  readonly fsPath: string;
  static parse(text: string): Uri {
    return new Uri(text);
  }
  static file(name: string): Uri {
    return new Uri(pathToFileURL(name).href);
  }
  private constructor(private readonly text: string) {
    this.scheme = new URL(text).protocol.slice(0, -1);
    this.fsPath = this.scheme === "file" ? fileURLToPath(text) : text;
    this.path = this.fsPath;
  }
  toString(): string {
    return this.text;
  }
}

class CodeActionKind {
  constructor(readonly value: string) {}
  append(part: string): CodeActionKind {
    return new CodeActionKind(this.value ? `${this.value}.${part}` : part);
  }
  static readonly Empty = new CodeActionKind("");
  static readonly QuickFix = new CodeActionKind("quickfix");
  static readonly Refactor = new CodeActionKind("refactor");
  static readonly RefactorExtract = new CodeActionKind("refactor.extract");
  static readonly RefactorInline = new CodeActionKind("refactor.inline");
  static readonly RefactorMove = new CodeActionKind("refactor.move");
  static readonly RefactorRewrite = new CodeActionKind("refactor.rewrite");
  static readonly Source = new CodeActionKind("source");
  static readonly SourceFixAll = new CodeActionKind("source.fixAll");
  static readonly SourceOrganizeImports = new CodeActionKind("source.organizeImports");
}

class Diagnostic {
  constructor(
    readonly range: Range,
    readonly message: string,
    readonly severity: number,
  ) {}
}

class WorkspaceEdit {
  readonly edits: { uri: Uri; range: Range; newText: string }[] = [];
  set(uri: Uri, edits: any[]): void {
    for (const each of edits) this.edits.push({ uri, ...(each[0] ?? each) });
  }
  replace(uri: Uri, range: Range, newText: string): void {
    this.edits.push({ uri, range, newText });
  }
}

class TextEdit {
  constructor(
    readonly range: Range,
    readonly newText: string,
  ) {}
}

class CodeAction {
  edit?: WorkspaceEdit;
  constructor(
    readonly title: string,
    readonly kind?: CodeActionKind,
  ) {}
}

class MarkdownString {
  constructor(public value = "") {}
  appendMarkdown(text: string): void {
    this.value += text;
  }
  appendCodeblock(text: string): void {
    this.value += text;
  }
}

class Hover {
  constructor(readonly contents: unknown) {}
}

/** The settings of the editor; those of the section resolint without its name. */
export const settings: Bag = {};
/** What was registered: providers and commands, by the name of what registers them. */
export const registered: Record<string, any[][]> = {};
/** What the user was told, with the buttons beside it. */
export const shown: string[][] = [];
/** What commands were called, with their parameters. */
export const called: unknown[][] = [];
export const findings = new Map<string, Bag[]>();
export const events = {
  opened: new EventEmitter(),
  changed: new EventEmitter(),
  closed: new EventEmitter(),
  configured: new EventEmitter(),
  editors: new EventEmitter(),
};
export const folders: { uri: Uri; name: string; index: number }[] = [];
/** Which button the user presses, asked for each message. */
export const user = { presses: (_buttons: string[]): string | undefined => undefined };
const documents: Document[] = [];
const editors: { document: Document }[] = [];

/** A text that is open in an editor. */
export class Document {
  version = 1;
  readonly isClosed = false;
  readonly isDirty = false;
  constructor(
    readonly uri: Uri,
    readonly languageId: string,
    private text: string,
  ) {
    documents.push(this);
    editors.push({ document: this });
    events.editors.fire(editors);
    events.opened.fire(this);
  }
  get lineCount(): number {
    return this.text.split("\n").length;
  }
  getText(): string {
    return this.text;
  }
  /** The offset of a position, in units of UTF-16 as positions of VS Code are. */
  offset(at: Position): number {
    const before = this.text.split("\n").slice(0, at.line);
    return before.reduce((sum, line) => sum + line.length + 1, 0) + at.character;
  }
  /** Make edits, the last in the text first. */
  edit(edits: { range: Range; newText: string }[]): void {
    const later = [...edits].sort(
      (a, b) => this.offset(b.range.start) - this.offset(a.range.start),
    );
    const contentChanges = later.map(({ range, newText }) => {
      const [start, end] = [this.offset(range.start), this.offset(range.end)];
      this.text = this.text.slice(0, start) + newText + this.text.slice(end);
      return { range, rangeOffset: start, rangeLength: end - start, text: newText };
    });
    this.version += 1;
    events.changed.fire({ document: this, contentChanges });
  }
  close(): void {
    documents.splice(documents.indexOf(this), 1);
    editors.splice(0, editors.length, ...documents.map((document) => ({ document })));
    events.closed.fire(this);
    events.editors.fire(editors);
  }
}

function say(text: string, ...rest: any[]): Promise<string | undefined> {
  const buttons = rest.filter((each) => typeof each === "string");
  shown.push([text, ...buttons]);
  return Promise.resolve(user.presses(buttons));
}

function output(name: string): Bag {
  const levels = ["trace", "debug", "info", "warn", "error", "append", "appendLine"];
  return {
    name,
    logLevel: 0,
    onDidChangeLogLevel: new EventEmitter().event,
    show: () => called.push(["show output"]),
    dispose: () => {},
    ...Object.fromEntries(levels.map((each) => [each, () => {}])),
  };
}

/** Return an object that makes up what is asked of it and is not there. */
function loose(own: Bag): Bag {
  return new Proxy(own, {
    get(target, key) {
      if (key in target || typeof key === "symbol") {
        return target[key];
      }
      if (/^on[A-Z]/.test(key)) {
        return (target[key] = new EventEmitter().event);
      }
      if (/^[A-Z]/.test(key)) {
        return (target[key] = class {});
      }
      if (/^(register|create)/.test(key)) {
        return (...given: any[]) => {
          (registered[key] ??= []).push(given);
          return new Disposable(() => {
            registered[key] = registered[key]!.filter((each) => each !== given);
          });
        };
      }
      return undefined;
    },
  });
}

const vscode = loose({
  __esModule: true,
  version: "1.91.0",
  Disposable,
  EventEmitter,
  CancellationTokenSource,
  CancellationError: class extends Error {},
  Position,
  Range: ShapedRange,
  Uri,
  Diagnostic,
  DiagnosticSeverity: { Error: 0, Warning: 1, Information: 2, Hint: 3 },
  CodeAction,
  CodeActionKind,
  CodeActionTriggerKind: { Invoke: 1, Automatic: 2 },
  WorkspaceEdit,
  TextEdit,
  MarkdownString,
  Hover,
  env: loose({
    language: "en",
    appName: "stub",
    clipboard: { writeText: async (text: string) => called.push(["copy", text]) },
  }),
  workspace: loose({
    textDocuments: documents,
    notebookDocuments: [],
    workspaceFolders: folders,
    getConfiguration: (section?: string) => ({
      get: (key: string, otherwise?: unknown) =>
        (section === "resolint" ? settings[key] : undefined) ?? otherwise ?? null,
      has: () => false,
      inspect: () => undefined,
    }),
    onDidOpenTextDocument: events.opened.event,
    onDidChangeTextDocument: events.changed.event,
    onDidCloseTextDocument: events.closed.event,
    onDidChangeConfiguration: events.configured.event,
    createFileSystemWatcher: () => loose({ dispose: () => {} }),
  }),
  window: loose({
    visibleTextEditors: editors,
    onDidChangeVisibleTextEditors: events.editors.event,
    activeTextEditor: undefined,
    tabGroups: loose({ all: [] }),
    createOutputChannel: output,
    showErrorMessage: say,
    showWarningMessage: say,
    showInformationMessage: say,
    withProgress: (_: unknown, work: any) =>
      work({ report: () => {} }, new CancellationTokenSource().token),
  }),
  languages: loose({
    match: (selector: Bag[], document: Document) =>
      [selector].flat().some((each) => each["language"] === document.languageId)
        ? 10
        : 0,
    createDiagnosticCollection: (name: string) => ({
      name,
      set: (uri: Uri, found: Bag[]) => void findings.set(`${uri}`, found ?? []),
      delete: (uri: Uri) => void findings.delete(`${uri}`),
      has: (uri: Uri) => findings.has(`${uri}`),
      get: (uri: Uri) => findings.get(`${uri}`),
      clear: () => findings.clear(),
      forEach: () => {},
      dispose: () => findings.clear(),
    }),
  }),
  commands: loose({
    executeCommand: async (...given: unknown[]) => void called.push(given),
  }),
});

const modules = Module as unknown as Bag;
const load = modules["_load"];
modules["_load"] = function (this: unknown, name: string, ...rest: unknown[]) {
  return name === "vscode" ? vscode : load.call(this, name, ...rest);
};
