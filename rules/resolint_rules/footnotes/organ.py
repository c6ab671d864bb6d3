"""Whose resolution a footnote cites."""

import re
from collections.abc import Iterator

from resolint import (
    EDITED,
    Diagnostic,
    Fix,
    Organ,
    Resolution,
    Rule,
    Safety,
    Severity,
    Shows,
    Span,
)
from resolint.grammar.space import folded
from resolint.regex import regex
from resolint_rules.footnotes.places import organs

ASSEMBLY = "General Assembly "
_NAMED = regex(r"(?P<see>See )?(?P<name>General Assembly resolution)(?=s? \S*\d)")
_BARE = regex(
    r"(?P<see>See )?(?P<name>[Rr]esolution)s? (?P<number>\d+(?: [A-Z])? \([IVX]+\)"
    r"|(?:ES|S)-\d+/\d+|(?P<session>\d+)/\d+)"
)
_COUNCIL_SESSION = regex(r"A/HRC/(?:RES/)?(\d+)/")
FIRST_YEAR = 1946


class FootnoteOrgan(Rule[Resolution]):
    """The name of the Assembly in a footnote of its own, or missing in another."""

    code = "FNT007"
    name = "footnote-organ"
    severity = Severity.INFO
    profiles = EDITED
    needs = frozenset({Shows.NOTES})

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want the name of the Assembly in texts of other organs, not in its own."""
        if not node.whole or not node.notes:
            return
        own = organs(node)
        latest = _session(node)
        for note in node.notes:
            organ = own.get(note.label)
            # In a draft that one organ recommends to another both forms are seen.
            if organ is None or organ is not node.organ:
                continue
            text = folded(node.source[note.content])
            if organ is Organ.GA:
                found = _NAMED.match(text)
                right = "resolution" if found and found["see"] else "Resolution"
                why = "without “General Assembly” in a text of its own"
            elif organ in (Organ.HRC, Organ.ECOSOC):
                found = _BARE.match(text)
                if found and not _assembly(found, organ, latest):
                    continue
                right = f"{ASSEMBLY}resolution"
                why = "with the name of its organ"
            else:
                continue
            if found:
                span = Span(*found.span("name")).shift(note.content.start)
                message = f"{note.locator} should cite the resolution {why}"
                yield self.at(span, message, Fix.replace(span, right, Safety.SAFE))


def _assembly(found: re.Match[str], organ: Organ, latest: int) -> bool:
    """Whether the number of a resolution can be none but the Assembly's."""
    if not found["session"]:
        # Special sessions are the Human Rights Council's too, roman ones of both.
        return organ is Organ.HRC and "(" in found["number"]
    session = int(found["session"])
    if organ is Organ.ECOSOC:
        return session < FIRST_YEAR
    return bool(latest) and session > latest


def _session(whole: Resolution) -> int:
    """Return the session of a text of the Human Rights Council, or 0."""
    found = _COUNCIL_SESSION.match(whole.masthead.value("symbol"))
    return int(found[1]) if found else 0
