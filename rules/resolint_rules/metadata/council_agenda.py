"""The agenda of the Human Rights Council."""

from collections.abc import Iterator
from difflib import SequenceMatcher

from resolint import (
    Diagnostic,
    Field,
    Fix,
    Organ,
    Profile,
    Resolution,
    Rule,
    Safety,
    Span,
)
from resolint.regex import regex
from resolint_rules.metadata.identity import session, within_line
from resolint_rules.metadata.tables import council_agenda

_NUMBER = regex(r"\D*(\d+)[*\s]*")
_FIRST = 6
"""The agenda was settled at the fifth session."""
_LIKE = 0.75


class CouncilAgenda(Rule[Resolution]):
    """An agenda item of the Human Rights Council with the title of another."""

    code = "MET008"
    name = "council-agenda"
    profiles = (Profile.HRC,)

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want the title that the agenda has for the number."""
        item = node.masthead.field("agenda_item")
        which = session(node)
        if not (node.whole and node.organ is Organ.HRC and item):
            return
        if not which.isdecimal() or int(which) < _FIRST:
            return
        titles = _titles(node, item)
        number = _NUMBER.fullmatch(item.value)
        if number is None:
            return
        right = council_agenda().get(number[1])
        place = within_line(node, item, number[1])
        if right is None:
            yield self.at(
                place, f"the agenda item should be from 1 to 10, not {number[1]}"
            )
            return
        if not titles:
            return
        span = Span(titles[0].content.start, titles[-1].content.end)
        words = " ".join(node.source[span].split())
        if _letters(words) == _letters(right):
            return
        other = _nearest(words)
        if other and other != number[1]:
            yield self.at(
                place,
                f"the agenda item should be {other}, by its title, not {number[1]}",
                Fix.replace(place, other, Safety.UNSAFE),
            )
            return
        yield self.at(
            span,
            f"the title of agenda item {number[1]} should be “{right}”",
            Fix.replace(span, right, Safety.UNSAFE),
        )


def _titles(node: Resolution, item: Field) -> list[Field]:
    """Return the lines of the title: it may be broken."""
    fields = node.masthead.fields
    lines: list[Field] = []
    for line in fields[fields.index(item) + 1 :]:
        if line.name != "agenda_title":
            break
        lines.append(line)
    return lines


def _nearest(words: str) -> str | None:
    """Return the item whose title is most like some words, if one is."""
    letters = _letters(words)[:400]
    match = SequenceMatcher(autojunk=False)
    match.set_seq2(letters)
    best: tuple[float, str] = (_LIKE, "")
    for item, title in council_agenda().items():
        match.set_seq1(_letters(title))
        if match.real_quick_ratio() > best[0] and match.ratio() > best[0]:
            best = match.ratio(), item
    return best[1] or None


def _letters(words: str) -> str:
    """Return the letters of some words: marks and spaces may differ."""
    return "".join(filter(str.isalpha, words)).lower()
