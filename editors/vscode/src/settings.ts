/** The settings of the linter that the editor has. */

/** Each is called as in `resolint.toml`. */
export const LINTER = ["level", "profile", "stage", "select", "ignore"] as const;

/** What can be asked for a setting, as VS Code can. */
export interface Configuration {
  get(key: string): unknown;
}

/**
 * Return what the server is told: the settings that are set, and that plug-ins may run.
 *
 * What is not told holds as the settings of files say.
 */
export function told(configuration: Configuration): Record<string, unknown> {
  const set = LINTER.map((key) => [key, configuration.get(key)]).filter(
    ([, value]) => value !== null && value !== undefined && value !== "",
  );
  // The extension starts in folders only that the user trusts.
  return { ...Object.fromEntries(set), "trust-plugins": true };
}
