"""How the vote on a text of the Human Rights Council is told."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from resolint import Passage, Resolution, Span
from resolint.regex import regex
from resolint_rules.member_states import Listed, listed

_NUMBER = r"\d{1,3}|none|no"
COUNTS = regex(
    rf"\bvote of (?P<favour>\d{{1,3}})(?: votes?)?(?: in favour)? to "
    rf"(?P<against>{_NUMBER})(?: against)?"
    rf"(?:,? ?(?:with |and )(?P<abstaining>{_NUMBER}) abstentions?)?"
)
_LABEL = regex(r"(?P<label>In favour|Against|Abstaining|Abstentions?)\s*:")
_KINDS = {"in favour": "favour", "against": "against"}
SAID = {"favour": "in favour", "against": "against", "abstaining": "abstaining"}
_LONGEST = 6000
_BARE = regex(
    r"[\[(]?(?:vote:? ?)?\d{1,2} ?[-–:/, ] ?\d{1,2} ?[-–:/, ] ?\d{1,2}[\])]?\.?"
    r"|[(]?(?:the )?(?:draft |text |resolution )*(?:was |were )?adopted"
    r" (?:by|without|unanimously|with)\b.*"
    r"|(?:by )?\d{1,2} (?:votes? )?(?:in favour|to \d{1,2})\b.*",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Vote:
    """A recorded vote: what it says in figures, and its lists."""

    counts: dict[str, int]
    """How many there are said to be: ``favour``, ``against``, ``abstaining``."""
    span: Span
    """Where the figures stand."""
    lists: dict[str, list[Listed]]
    labels: dict[str, Span]


def vote(node: Resolution) -> Vote | None:
    """Return the recorded vote in the closing; None where there is none to be read."""
    line = node.closing.field("vote")
    if line is None:
        return None
    text = node.source.text
    end = _end(node, line)
    found = COUNTS.search(text, line.span.start, min(end, line.span.start + 200))
    if found is None:
        return None
    counts = {
        kind: int(said) if said.isdecimal() else 0
        for kind, said in found.groupdict(default="0").items()
    }
    labels = list(_LABEL.finditer(text, line.span.start, end))
    lists: dict[str, list[Listed]] = {}
    places: dict[str, Span] = {}
    for at, label in enumerate(labels):
        until = labels[at + 1].start() if at + 1 < len(labels) else end
        kind = _KINDS.get(label["label"].lower(), "abstaining")
        names = listed(text, label.end(), until)
        lists[kind] = [
            each for each in names if each.name.lower() not in ("none", "–", "-", "—")
        ]
        places[kind] = Span(label.start(), label.end())
    return Vote(counts, Span(*found.span()), lists, places)


def _end(node: Resolution, line: Passage) -> int:
    """Return where the statement ends: at its bracket, at the latest at the notes."""
    text = node.source.text
    starts = [note.span.start for note in node.notes]
    starts += [annex.span.start for annex in node.annexes]
    limit = min(
        [len(text), line.span.start + _LONGEST]
        + [start for start in starts if start > line.span.start]
    )
    closed = text.find("]", line.span.start, limit)
    return closed if closed >= 0 else limit


def told_otherwise(node: Resolution) -> Iterator[Passage]:
    """Yield the lines below the date that tell a vote in a form of their own."""
    if not node.closing.fields or node.closing.field("vote"):
        return
    after = node.closing.fields[-1].span.end
    for line in node.others:
        if line.span.start >= after and len(line.span) < 400:
            if _BARE.fullmatch(node.source[line.content].strip()):
                yield line
            return
