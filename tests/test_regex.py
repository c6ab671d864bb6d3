"""Patterns that are compiled when they are first used."""

import re
import sys

import pytest

from resolint.packs import installed
from resolint.regex import regex


def test_it_is_used_like_a_compiled_pattern() -> None:
    """Each method gives what that of the pattern gives."""
    late, known = (
        regex(r"(?P<lamp>lamps?)", re.I),
        re.compile(r"(?P<lamp>lamps?)", re.I),
    )
    text = "Lamp and lamps"
    assert late.findall(text) == known.findall(text)
    assert [each.span() for each in late.finditer(text, 1)] == [(9, 14)]
    assert late.sub("light", text) == known.sub("light", text)
    assert late.split(text) == known.split(text)
    assert late.match(text) and late.search(text, 5) and not late.fullmatch(text)
    assert (late.pattern, late.flags) == (known.pattern, known.flags)
    assert late.groupindex == known.groupindex


def test_it_is_compiled_when_it_is_used() -> None:
    """What is wrong with it is said then."""
    late = regex("(lamp")
    with pytest.raises(re.error):
        late.search("lamp")


def test_every_pattern_compiles() -> None:
    """Of the engine and of the rules, whether a text has a use for it or not."""
    installed()
    late = [
        value
        for name, module in sorted(sys.modules.items())
        if name.partition(".")[0] in ("resolint", "resolint_rules")
        for value in vars(module).values()
        if type(value).__name__ == "_Regex"
    ]
    assert len(late) > 300
    assert all(isinstance(each.flags, int) for each in late)
