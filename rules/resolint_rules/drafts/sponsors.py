"""The line that says whose draft it is."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from resolint import Passage, Resolution, Stage
from resolint.grammar.space import folded
from resolint.regex import regex
from resolint_rules.member_states import Listed, listed

_LINE = regex(
    r"(?P<names>[^:\n]{3,6000}):[\s*,\d]*(?:\(?(?:original )?(?:revised )?draft "
    r"(?:resolution|decision)\b|(?P<amendment>(?:revised )?(?:sub-?)?amendments?)\b)",
    re.IGNORECASE,
)
_NO_LIST = regex(
    r"\b(?:on behalf|submitted|Chair|President|Secretary|Rapporteur|Bureau|Vice"
    r"|members? of|States Members|Group of)\b"
)
_FIELDS = ("sponsors", "agenda_title", "other")
_FEW = 6


class Sponsors(NamedTuple):
    """The sponsors of a draft, and the line that names them."""

    line: Passage
    names: tuple[Listed, ...]

    def between(self, within: Resolution) -> Iterator[tuple[Listed, Listed, str]]:
        """Yield each two neighbours, and what stands between them."""
        for before, after in zip(self.names, self.names[1:], strict=False):
            text = within.source.text[before.span.end : after.span.start]
            yield before, after, folded(text)


def heads(node: Resolution) -> Iterator[tuple[Passage, re.Match[str]]]:
    """Yield the lines above the text that say whose draft, or amendment, it is."""
    lines: list[Passage] = [
        line for line in node.masthead.fields if line.name in _FIELDS
    ]
    if node.enacting is None:
        lines += [*node.others[:_FEW], *([node.title] if node.title else [])]
    for line in lines:
        found = _LINE.match(folded(node.source[line.content]))
        if found:
            yield line, found


def sponsors(node: Resolution) -> Sponsors | None:
    """Return the sponsors of a draft; None where no States are listed."""
    if not node.whole or node.stage is not Stage.DRAFT:
        return None
    for line, found in heads(node):
        if _NO_LIST.search(found["names"]):
            return None
        start = line.content.start
        names = listed(node.source.text, start, start + found.end("names"))
        # Of a list that is no list of States, nothing is known.
        states = sum(1 for each in names if each.state)
        if not states or 2 * states < len(names):
            return None
        return Sponsors(line, tuple(names))
    return None
