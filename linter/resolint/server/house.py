"""The settings that hold for each draft: of files, and of the editor."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import click
from lsprotocol import types
from pygls.uris import to_fs_path

from resolint import config
from resolint.cli.known import known_rules
from resolint.config import ConfigError, UntrustedError, settings_for
from resolint.engine import InternalError
from resolint.lexicon import Lexicons
from resolint.server.analysis import Analyst
from resolint.settings import Setting, SettingError, Settings, read_setting

ASSUME = "assume-resolution"
"""What an editor may set beside the settings of files."""
TRUST = "trust-plugins"
"""The same: whether plug-ins that a folder's settings name are run.

They are programs, and to open a draft is not to trust what lies beside it.
"""
_ORIGIN = "editor settings"


@dataclass(kw_only=True)
class House:
    """What tells by which rules a draft is judged."""

    tell: Callable[[str], None]
    """Tells the user what is wrong with a setting or a rule; each thing once."""
    options: dict[str, Setting] = field(default_factory=dict)
    """What the editor sets: it holds over what files say."""
    assume: bool = False
    trusting: bool = False
    """Whether plug-ins are run."""
    good: dict[Path | None, Settings] = field(default_factory=dict)
    """The last settings of each folder that could be used."""
    told: set[str] = field(default_factory=set)
    capabilities: types.ClientCapabilities = field(
        default_factory=types.ClientCapabilities
    )
    """What the editor can do."""

    def __post_init__(self) -> None:
        """Ask packs for what they know; they are loaded when it is first needed."""
        self.lexicons = Lexicons(self.say)

    def take(self, given: object) -> None:
        """Take over the settings of the editor; what is wrong with one is told."""
        self.options, self.assume, self.trusting = {}, False, False
        # They were those of the editor too, and of plug-ins that it may trust no more.
        self.good.clear()
        if given is None:
            return
        if not isinstance(given, Mapping):
            self.say(f"{_ORIGIN}: resolint should be a table of settings")
            return
        for key, value in given.items():
            self._take(str(key), value)

    def _take(self, key: str, value: Any) -> None:
        if value is None:  # not set
            return
        if key in (ASSUME, TRUST):
            if not isinstance(value, bool):
                self.say(f"{_ORIGIN}: {key} should be true or false")
            if key == ASSUME:
                self.assume = value is True
            else:
                self.trusting = value is True
            return
        try:
            self.options[key] = read_setting(key, value, _ORIGIN)
        except SettingError as error:
            self.say(str(error))

    def forget(self) -> None:
        """Read the files of settings anew, and tell anew what is wrong with them."""
        config.forget()
        self.told.clear()

    def analyst(self, uri: str) -> Analyst:
        """Return what judges a draft.

        Settings that cannot be used are told, and the last that could hold.
        """
        path = to_fs_path(uri)
        file = Path(path) if path else None
        folder = file.parent if file else None
        rules = known_rules()
        try:
            settings = settings_for(
                folder or Path(),
                (),
                self.options,
                rules.keys(),
                file,
                trusted=self.trusting,
            )
            if settings["plugins"]:
                rules.update(known_rules(settings["plugins"]))
            self.good[folder] = settings
        except UntrustedError as error:
            self.say(
                f"{error} are programs, which are not run: if you trust this folder, "
                f"set {TRUST} in the editor’s settings; until then its own do not count"
            )
            settings = self._last(folder)
        except (ConfigError, click.ClickException) as error:
            self.say(str(error))
            settings = self._last(folder)
        return Analyst(
            rules=rules,
            settings=settings,
            assume=self.assume,
            failed=self._failed,
            lexicon=self.lexicons,
            capabilities=self.capabilities,
        )

    def _last(self, folder: Path | None) -> Settings:
        """Return the last settings of a folder that could hold, else the editor's."""
        return self.good.get(folder, Settings().with_(self.options))

    def say(self, line: str) -> None:
        """Tell the user something, once."""
        if line not in self.told:
            self.told.add(line)
            self.tell(line)

    def _failed(self, error: InternalError) -> None:
        self.say(str(error))
