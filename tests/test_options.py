"""Options of rules: what a configuration may set, and what it may not."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import pytest

from lighthouses import Lamps, draft
from resolint import Diagnostic, Operative, Resolution, Rule, lint
from resolint.config import nearest_file, read_file, settings_for
from resolint.options import OptionError, configured, options_of


class Colour(StrEnum):
    """What a lamp may be."""

    RED = "red"
    WHITE = "white"


@dataclass(frozen=True, kw_only=True)
class Coloured(Rule[Operative]):
    """A rule with options of every kind."""

    code = "TST010"
    name = "coloured"
    colour: Colour = Colour.WHITE
    most: int = 3
    strict: bool = False
    words: tuple[str, ...] = ()
    label: str = "lamp"

    def check(self, node: Operative, within: Resolution) -> Iterator[Diagnostic]:
        """Say what it is set to."""
        yield self.at(node.content, f"{self.colour} {self.most}")


RULES = (Lamps(), Coloured())


def test_defaults() -> None:
    """An option that nobody sets is what the rule says; most rules have none."""
    assert options_of(Coloured())["most"] == 3
    assert options_of(Lamps()) == {}
    assert configured(RULES, {}) == list(RULES)


@pytest.mark.parametrize(
    ("name", "value", "read"),
    [
        ("colour", "red", Colour.RED),
        ("most", 7, 7),
        ("most", "7", 7),
        ("strict", True, True),
        ("strict", "true", True),
        ("words", "a, b", ("a", "b")),
        ("words", ["a"], ("a",)),
        ("label", "light", "light"),
    ],
)
def test_values(name: str, value: object, read: object) -> None:
    """A value is read as its kind, from TOML or from a command line."""
    (_, rule) = configured(RULES, {"TST010": {name: value}})
    assert options_of(rule)[name] == read


def test_set_rules_speak_so() -> None:
    """A rule checks with its options."""
    rules = configured([Coloured()], {"TST": {"colour": "red", "most": 9}})
    assert {each.message for each in lint(draft(), rules)} == {"red 9"}


def test_longest_prefix_wins() -> None:
    """What is said of a code counts more than what is said of its family."""
    given = {"TST010": {"most": 1}, "TST": {"most": 2}, "ALL": {"most": 3}}
    (_, rule) = configured(RULES, given)
    assert options_of(rule)["most"] == 1


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"TST010": {"color": "red"}}, "has no option color: did you mean colour"),
        ({"TST001": {"most": 1}}, "TST001 has no option most"),
        ({"XYZ": {"most": 1}}, "there is no rule XYZ"),
        ({"TST010": {"colour": "rid"}}, "colour cannot be 'rid': did you mean red"),
        ({"TST010": {"most": "many"}}, "most should be a number"),
        ({"TST010": {"most": True}}, "most should be a number"),
        ({"TST010": {"strict": "perhaps"}}, "strict should be true or false"),
        ({"TST010": {"words": 3}}, "words should be a list of words"),
        ({"TST010": {"label": 3}}, "label should be text"),
    ],
)
def test_wrong(given: dict[str, dict[str, object]], said: str) -> None:
    """What cannot be is told in a line that names the rule, and a near miss."""
    with pytest.raises(OptionError, match=said):
        configured(RULES, given)


def test_in_files(tmp_path: Path) -> None:
    """A file sets options below a code; one of the command line comes on top."""
    nearest_file.cache_clear()
    read_file.cache_clear()
    (tmp_path / "resolint.toml").write_text(
        '[options.TST010]\ncolour = "red"\nmost = 5\n', "utf-8"
    )
    given = ("options.TST010.most=6", "options.tst.label=light")
    settings = settings_for(tmp_path, given, {}, ())
    (_, rule) = configured(RULES, settings["options"])
    assert list(options_of(rule).values()) == [Colour.RED, 6, False, (), "light"]
