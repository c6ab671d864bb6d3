"""The settings that there are, and what each may be."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from types import MappingProxyType
from typing import Any

from resolint.diagnostic import Severity
from resolint.document import Stage
from resolint.profiles import Profile
from resolint.render import FORMATS
from resolint.selection import nearest, selectors
from resolint.text import View


class SettingError(Exception):
    """A setting that cannot be; the message is one line for the user."""


def _codes(value: object) -> tuple[str, ...]:
    return selectors(_strings(value))


def _strings(value: object) -> tuple[str, ...]:
    match value:
        case str():
            return tuple(part.strip() for part in value.split(",") if part.strip())
        case list() | tuple() if all(isinstance(part, str) for part in value):
            return tuple(value)
    raise SettingError("should be a list of words")


def _one_of(*words: str) -> Callable[[object], str]:
    def read(value: object) -> str:
        word = str(value).lower()
        if word not in words:
            near = nearest(word, words) or f": there are {', '.join(words)}"
            raise SettingError(f"cannot be {value!r}{near}")
        return word

    return read


def _day(value: object) -> date:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        message = f"should be a day such as 2024-12-31, not {value!r}"
        raise SettingError(message) from None


def _text(value: object) -> str:
    if isinstance(value, str):
        return value
    raise SettingError(f"should be text, not {value!r}")


def _tables(value: object) -> dict[str, dict[str, object]]:
    if isinstance(value, Mapping) and all(
        isinstance(below, Mapping) for below in value.values()
    ):
        return {str(code).upper(): dict(below) for code, below in value.items()}
    raise SettingError(
        "should have the options below the code of a rule: [options.OPN015]"
    )


_LEVELS = tuple(Severity)
READERS: Mapping[str, Callable[[object], Any]] = MappingProxyType(
    {
        "select": _codes,
        "ignore": _codes,
        "extend-select": _codes,
        "extend-ignore": _codes,
        "level": _one_of(*_LEVELS),
        "fail-on": _one_of(*_LEVELS, "never"),
        "profile": _one_of("auto", *Profile),
        "stage": _one_of("auto", *Stage),
        "as-of": _day,
        "view": _one_of(*View),
        "output-format": _one_of(*FORMATS),
        "format": _text,
        "exclude": _strings,
        "options": _tables,
    }
)
"""What makes a value of each setting from what a file or an option says."""
CODES = ("select", "ignore", "extend-select", "extend-ignore")
"""The settings that name rules."""
_ADDED = {"extend-select": "select", "extend-ignore": "ignore"}


@dataclass(frozen=True, slots=True)
class Setting:
    """A value, and who says so."""

    value: Any
    origin: str = "default"


_DEFAULTS: Mapping[str, Any] = MappingProxyType(
    {
        "select": ("ALL",),
        "ignore": (),
        "extend-select": (),
        "extend-ignore": (),
        "level": "warning",
        "fail-on": None,
        "profile": "auto",
        "stage": "auto",
        "as-of": None,
        "view": "final",
        "output-format": "text",
        "format": None,
        "exclude": (),
        "options": {},
    }
)


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings, each with its origin."""

    values: Mapping[str, Setting] = field(
        default_factory=lambda: {
            key: Setting(value) for key, value in _DEFAULTS.items()
        }
    )

    def __getitem__(self, key: str) -> Any:
        """Return the value of a setting."""
        return self.values[key].value

    def with_(self, given: Mapping[str, Setting]) -> "Settings":
        """Return the same settings with some replaced.

        ``extend-…`` ones and options of rules are added to.

        A list that is replaced takes with it what was added to it before.
        """
        values = dict(self.values)
        for added, base in _ADDED.items():
            if base in given:
                values[added] = Setting(())
        for key, setting in given.items():
            before = values[key]
            if key in _ADDED and before.value:
                origin = f"{before.origin}, {setting.origin}"
                setting = Setting((*before.value, *setting.value), origin)
            if key == "options" and before.value:
                origin = f"{before.origin}, {setting.origin}"
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


def _merged(
    before: Mapping[str, Mapping[str, object]],
    after: Mapping[str, Mapping[str, object]],
) -> dict[str, dict[str, object]]:
    """Return the options of two tables; what comes after wins."""
    return {
        code: {**before.get(code, {}), **after.get(code, {})}
        for code in sorted({*before, *after})
    }


def read_setting(key: str, value: object, origin: str) -> Setting:
    """Return a setting from what was written for it.

    Raises `SettingError`, whose message begins with the origin.
    """
    if key not in READERS:
        near = nearest(key, READERS) or f": there are {', '.join(READERS)}"
        raise SettingError(f"{origin}: there is no setting {key}{near}")
    try:
        return Setting(READERS[key](value), origin)
    except SettingError as error:
        which = origin if origin == f"--{key}" else f"{origin}: {key}"
        raise SettingError(f"{which} {error}") from None
