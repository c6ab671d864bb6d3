"""The session in words, and the one in the symbol."""

import re
from collections.abc import Iterator

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
from resolint_rules.metadata import calendar
from resolint_rules.metadata.identity import (
    Identity,
    adopted,
    own_identity,
    title_number,
)

_KIND = regex(
    r"\s+(?:(?:emergency|special|resumed|substantive|organizational)\s+)*session\W*\Z",
    re.IGNORECASE,
)
_ORDINAL = regex(r"[A-Za-z‑ -]*(?:th|st|nd|rd)\Z")


class MastheadSession(Rule[Resolution]):
    """A session in words that is not the one in the symbol."""

    code = "MET002"
    name = "masthead-session"
    profiles = (Profile.GA, Profile.HRC)

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want one session; the number before the title may side with the words."""
        line, named = node.masthead.field("session"), own_identity(node)
        if not (node.whole and line and named and named.session):
            return
        if named.organ not in (Organ.GA, Organ.HRC) or line.value == named.session:
            return
        words = " ".join(node.source[line.span].split())
        tail = _KIND.search(node.source[line.span])
        if tail is None:
            return
        span = Span(line.span.start, line.span.start + tail.start())
        if not line.value and not _ORDINAL.fullmatch(node.source[span]):
            return
        # Then the symbol is the odd one out: that is the business of MET001.
        title = title_number(node).partition("/")[0]
        if title and title == line.value:
            return
        yield self._wrong(node, line, named, words, span)

    def _wrong(
        self, node: Resolution, line: Field, named: Identity, words: str, span: Span
    ) -> Diagnostic:
        right = calendar.session_words(named.session)
        right = right[0].upper() + right[1:]
        symbol = node.masthead.value("symbol")
        here, kind = right.split(" ", 1)
        text = here
        if words.lower().split(" ", 1)[-1] != kind:
            span, text = line.span, right
        return self.at(
            span,
            f"the session should be “{right}”, as in the symbol {symbol}, "
            f"not “{words}”",
            Fix.replace(span, text, _safety(node, named)),
        )


def _safety(node: Resolution, named: Identity) -> Safety:
    """Return whether anything else says that the symbol is right."""
    if title_number(node) == named.number != "":
        return Safety.SAFE
    period = calendar.period(named.organ, named.session)
    day = adopted(node)
    return Safety.SAFE if period and day and day in period else Safety.UNSAFE
