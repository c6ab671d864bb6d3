"""The settings that there are, and what each may be."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from resolint import kinds, placed
from resolint.diagnostic import Diagnostic, Severity
from resolint.document import Stage
from resolint.kinds import KindError, one_of
from resolint.outputs import OUTPUTS
from resolint.patterns import fits
from resolint.profiles import Profile
from resolint.rule import Rule
from resolint.selection import closest, nearest
from resolint.text import View


class SettingError(Exception):
    """A setting that cannot be; the message is one line for the user."""


class Entry(NamedTuple):
    """What there is to know of one setting."""

    kind: Callable[[object], Any]
    default: Any
    about: str


_LEVELS = tuple(Severity)
_PROFILE, _STAGE = one_of("auto", *Profile), one_of("auto", *Stage)
SETTINGS: Mapping[str, Entry] = MappingProxyType(
    {
        "extend": Entry(
            kinds.WORDS, (), "Files whose settings hold where this says no other."
        ),
        "select": Entry(
            kinds.CODES, ("ALL",), "Rules that are on: codes, prefixes or ALL."
        ),
        "ignore": Entry(
            kinds.CODES, (), "Rules that are off; the longest prefix wins."
        ),
        "extend-select": Entry(kinds.CODES, (), "Further rules that are on."),
        "extend-ignore": Entry(kinds.CODES, (), "Further rules that are off."),
        "per-file-ignores": Entry(
            placed.SWITCHED, (), "Rules that are off in the files that a pattern fits."
        ),
        "severity": Entry(
            kinds.table_of(one_of(*_LEVELS)),
            {},
            "How much a rule matters, by code or prefix.",
        ),
        "level": Entry(
            one_of(*_LEVELS), "warning", "The least severity that is shown."
        ),
        "fail-on": Entry(
            one_of(*_LEVELS, "never"), None, "The least severity that fails a run."
        ),
        "profile": Entry(
            _PROFILE, "auto", "The house style; auto is what the text says."
        ),
        "stage": Entry(_STAGE, "auto", "Draft or adopted; auto is what the text says."),
        "paths": Entry(
            placed.places(profile=_PROFILE, stage=_STAGE),
            (),
            "Profiles and stages of the files that a pattern fits.",
        ),
        "as-of": Entry(kinds.DAY, None, "The day whose house style holds."),
        "view": Entry(one_of(*View), "final", "How tracked changes are read."),
        "output-format": Entry(
            OUTPUTS, ("text",), "How findings are written, and where to."
        ),
        "format": Entry(kinds.TEXT, None, "A template for a line of text."),
        "exclude": Entry(
            kinds.STRINGS, (), "Files and folders to leave out of folders."
        ),
        "extend-exclude": Entry(
            kinds.STRINGS, (), "Further files and folders to leave out."
        ),
        "force-exclude": Entry(
            kinds.FLAG, False, "Whether files that are named are left out too."
        ),
        "respect-gitignore": Entry(
            kinds.FLAG, True, "Whether what git ignores is left out of folders."
        ),
        "baseline": Entry(kinds.TEXT, None, "A file of findings that are known."),
        "terms": Entry(kinds.WORDS, (), "Names that the house spells its own way."),
        "plugins": Entry(
            placed.PLUGINS, (), "Further rules: modules, or files and folders."
        ),
        "options": Entry(kinds.OPTIONS, {}, "Options of rules, by code or prefix."),
    }
)
"""All settings, in the order in which they are shown."""
READERS: Mapping[str, Callable[[object], Any]] = MappingProxyType(
    {key: entry.kind for key, entry in SETTINGS.items()}
)
"""What makes a value of each setting from what a file or an option says."""
CODES = (
    "select",
    "ignore",
    "extend-select",
    "extend-ignore",
    "per-file-ignores",
    "severity",
)
"""The settings that name rules."""
_ADDED = {
    "extend-select": "select",
    "extend-ignore": "ignore",
    "extend-exclude": "exclude",
}
_GATHERED = frozenset({*_ADDED, "per-file-ignores", "paths", "terms", "plugins"})
"""The lists that are added to, not replaced."""
_TABLES = frozenset({"options", "severity"})


@dataclass(frozen=True, slots=True)
class Setting:
    """A value, who says so, and in which file if it is one."""

    value: Any
    origin: str = "default"
    file: Path | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings, each with its origin."""

    values: Mapping[str, Setting] = field(
        default_factory=lambda: {
            key: Setting(entry.default) for key, entry in SETTINGS.items()
        }
    )

    def __getitem__(self, key: str) -> Any:
        """Return the value of a setting."""
        return self.values[key].value

    def with_(self, given: Mapping[str, Setting]) -> "Settings":
        """Return the same settings with some replaced.

        ``extend-…`` ones, tables, terms, plug-ins and what is said of paths are added
        to.

        A list that is replaced takes with it what was added to it before.
        """
        values = dict(self.values)
        for added, base in _ADDED.items():
            if base in given:
                values[added] = Setting(())
        for key, setting in given.items():
            before = values[key]
            origin = f"{before.origin}, {setting.origin}"
            if key in _GATHERED and before.value:
                setting = Setting((*before.value, *setting.value), origin)
            if key in _TABLES and before.value:
                setting = Setting(_merged(before.value, setting.value), origin)
            values[key] = setting
        return Settings(values)

    @property
    def select(self) -> tuple[str, ...]:
        """Return the selectors of the rules that are on."""
        return (*self["select"], *self["extend-select"])

    @property
    def ignore(self) -> tuple[str, ...]:
        """Return the selectors of the rules that are off."""
        return (*self["ignore"], *self["extend-ignore"])

    @property
    def exclude(self) -> tuple[str, ...]:
        """Return the patterns of files and folders that are left out."""
        return (*self["exclude"], *self["extend-exclude"])

    def off(self, path: Path) -> tuple[str, ...]:
        """Return the selectors of the rules that are off in one file."""
        return tuple(
            code
            for each in self["per-file-ignores"]
            if fits(path, each.pattern, each.base)
            for code in each.codes
        )

    def severity(self, code: str) -> Severity | None:
        """Return how much a rule matters; None where the rule is to say it."""
        table = self["severity"]
        selector = closest(code, table)
        return None if selector is None else Severity(table[selector])

    def at(self, path: Path) -> dict[str, Setting]:
        """Return what ``paths`` says of one file; what comes last wins."""
        origin = self.values["paths"].origin
        return {
            key: Setting(value, f"{origin}: paths {', '.join(place.match)}")
            for place in self["paths"]
            if place.holds(path)
            for key, value in (("profile", place.profile), ("stage", place.stage))
            if value
        }

    @property
    def level(self) -> Severity:
        """Return the least severity that is shown."""
        return Severity(self["level"])

    @property
    def fail_on(self) -> Severity | None:
        """Return the least severity that fails a run; None if nothing does."""
        value = self["fail-on"] or self["level"]
        return None if value == "never" else Severity(value)

    @property
    def profile(self) -> Profile | None:
        """Return the profile; None where the text is to say it."""
        value = self["profile"]
        return None if value == "auto" else Profile(value)

    @property
    def stage(self) -> Stage | None:
        """Return the stage; None where the text is to say it."""
        value = self["stage"]
        return None if value == "auto" else Stage(value)

    @property
    def view(self) -> View:
        """Return how tracked changes are read."""
        return View(self["view"])


def severities(settings: Settings, rules: Iterable[Rule[Any]]) -> dict[str, Severity]:
    """Return how much rules matter, by code, where the settings say it."""
    if not settings["severity"]:
        return {}
    said = ((rule.code, settings.severity(rule.code)) for rule in rules)
    return {code: severity for code, severity in said if severity}


def weighed(
    found: Iterable[Diagnostic], settings: Settings, codes: Collection[str]
) -> list[Diagnostic]:
    """Return findings, those of some rules as much as the settings say they matter."""
    return [
        replace(each, severity=settings.severity(each.code) or each.severity)
        if each.code in codes
        else each
        for each in found
    ]


def _merged(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, Any]:
    """Return the rows of two tables; what comes after wins."""
    rows = dict(before)
    for code, below in after.items():
        table = isinstance(below, Mapping)
        rows[code] = {**before.get(code, {}), **below} if table else below
    return dict(sorted(rows.items()))


def read_setting(
    key: str, value: object, origin: str | Callable[..., str], base: Path | None = None
) -> Setting:
    """Return a setting from what was written for it.

    ``origin`` may be found from the words that lead to what is wrong; ``base`` is the
    folder where paths begin. Raises `SettingError`, whose message begins with the
    origin.
    """
    place: Callable[..., str] = (
        origin if callable(origin) else lambda *_words: str(origin)
    )
    if key not in SETTINGS:
        near = nearest(key, SETTINGS) or f": there are {', '.join(SETTINGS)}"
        raise SettingError(f"{place()}: there is no setting {key}{near}")
    try:
        read = SETTINGS[key].kind(value)
    except KindError as error:
        where = place(*error.words)
        which = where if where == f"--{key}" else f"{where}: {key}"
        raise SettingError(f"{which} {error}") from None
    return Setting(placed.based(read, (base or Path()).absolute()), place())
