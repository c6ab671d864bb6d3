/** Which program the server is. */

import * as path from "node:path";

/** What is to be known of the machine to find a program. */
export interface Machine {
  readonly windows: boolean;
  readonly home: string;
  /** The folders of PATH, in order. */
  readonly paths: readonly string[];
  /** Whether a file is there and can be run. */
  readonly runs: (file: string) => boolean;
}

/**
 * Return the program, or undefined if it is not installed.
 *
 * What the setting says holds, and nothing else is looked for then; else `.venv` of the
 * folders that are open, and the folders of PATH.
 */
export function found(
  setting: string,
  folders: readonly string[],
  machine: Machine,
): string | undefined {
  const wanted = setting.trim();
  return candidates(wanted, folders, machine).find(machine.runs);
}

function candidates(
  wanted: string,
  folders: readonly string[],
  machine: Machine,
): string[] {
  const { join, isAbsolute } = machine.windows ? path.win32 : path.posix;
  const name = wanted || "resolint";
  const names = machine.windows && !/\.exe$/i.test(name) ? [`${name}.exe`] : [name];
  const below = (places: readonly string[]) =>
    places.flatMap((place) => names.map((each) => join(place, each)));
  if (wanted.startsWith("~/") || wanted.startsWith("~\\")) {
    return names.map((each) => join(machine.home, each.slice(2)));
  }
  if (isAbsolute(wanted)) {
    return names;
  }
  if (/[/\\]/.test(wanted)) {
    return below(folders);
  }
  const own = machine.windows ? "Scripts" : "bin";
  const environments = folders.map((folder) => join(folder, ".venv", own));
  return below(wanted ? machine.paths : [...environments, ...machine.paths]);
}
