"""What is wrong with a symbol, and how that is told."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from resolint import Fix, Passage, Profile, Resolution, Safety, Span, Symbol
from resolint.profiles import profile_of
from resolint.regex import regex
from resolint.symbol import Slip, mended
from resolint.tables import rows

MODERN = 1980
"""A text of this year or later cites no early symbol."""

_NAMED = regex(r"(?:part|paragraph|note|heading|annex|draft)\b")


class Fault(NamedTuple):
    """What is wrong with a symbol."""

    slip: Slip
    meant: str
    """Empty where nothing can be guessed."""
    problem: str


class Early(NamedTuple):
    """A form of symbols of the early years."""

    slip: Slip
    pattern: re.Pattern[str]
    most: int
    problem: str


@cache
def early_symbols() -> tuple[Early, ...]:
    """Return the forms that, in a text of today, lack a part."""
    return tuple(
        Early(
            Slip[row["slip"]], regex(row["pattern"]), int(row["most"]), row["problem"]
        )
        for row in rows("early_symbols.tsv", "resolint_rules")
    )


def fault_of(symbol: Symbol, within: Resolution) -> Fault | None:
    """Return what is wrong with a symbol, if anything is."""
    if not symbol.valid:
        found = mended(symbol.text)
        problem = found.problem or "no symbol has this form"
        return Fault(found.slip, found.meant, problem)
    early = _early(symbol.text)
    if early is None or not _is_modern(within):
        return None
    return Fault(early.slip, "", early.problem)


@lru_cache(maxsize=1024)
def _early(symbol: str) -> Early | None:
    """Return the form of the early years that a symbol has, if it has one."""
    for early in early_symbols():
        figures = early.pattern.fullmatch(symbol)
        if figures and int(figures[1]) <= early.most:
            return early
    return None


def _is_modern(within: Resolution) -> bool:
    modern = within.as_of is None or within.as_of.year >= MODERN
    # Conferences of Model UN number their drafts as they please.
    return modern and profile_of(within) is not Profile.MUN


def place(node: Passage) -> str:
    """Return where a passage is, as it is said in a sentence."""
    named = _NAMED.match(node.locator)
    return node.locator if named else f"the {node.locator}"


def written(span: Span, text: str, meant: str, safety: Safety) -> Fix:
    """Return a fix that writes what was meant, and leaves alone what was right.

    ``text`` is what stands in the span, folded.
    """
    title = f"Write “{meant}”"
    if len(span) != len(text):
        return Fix(title, Fix.replace(span, meant).edits, safety)
    most = min(len(text), len(meant))
    start = next((at for at in range(most) if text[at] != meant[at]), most)
    most -= start
    end = next((at for at in range(most) if text[-1 - at] != meant[-1 - at]), most)
    changed = Span(span.start + start, span.end - end)
    right = meant[start : len(meant) - end]
    return Fix(title, Fix.replace(changed, right).edits, safety)
