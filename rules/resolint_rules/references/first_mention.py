"""The date of a resolution at its first mention."""

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
    Span,
)
from resolint.adoption import number
from resolint.regex import regex
from resolint_rules.metadata.calendar import day_words
from resolint_rules.references.facts import adoption, base, roman_neighbours
from resolint_rules.references.itself import own_act
from resolint_rules.references.mentions import Mentioned, mentioned
from resolint_rules.references.verdicts import named
from resolint_rules.symbols.faults import place

_MANDATE = regex(
    r"\b(?:pursuant to|in accordance with|accordance with|"
    r"established (?:under|by|in)|mandated by|contained in|annex(?:es)? to|set out in|"
    r"advancing|committees?|in its|by its)\b[^;“]{0,60}\Z",
    re.IGNORECASE,
)
_LIST = regex(r"[\s,]*(?:[A-Z](?:, [A-Z])*)?[\s,]*(?:and|to|or)?\s*")
_CLOSE = 60
_PACKAGE = frozenset(["5/1", "5/2"])
"""The institution-building package of the Human Rights Council is known by its name."""
_MALFORMED = regex(r"\s+(?:of|dated)\s+(?:the\s+)?(?:\d|[A-Z][a-z]+\s+\d)")
"""What looks like a date that nobody can read."""
_DAY = regex(r"\b(?:[A-Z][a-z]+ )?(?:\d{1,2} )?(?:of )?(?:19|20)\d\d\b")


class FirstMention(Rule[Resolution]):
    """A resolution that is first cited without the date of its adoption."""

    code = "REF001"
    name = "undated-first-mention"
    severity = Severity.WARNING
    profiles = EDITED

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want the date with the number, where the text first names it."""
        own = own_act(node)
        for each in mentioned(node):
            # REF029 speaks of a text that cites itself.
            if own and (each.organ, base(each.printed)) == (own[0], own[1:]):
                continue
            if each.new and each.cited.day is None and _is_bare(each, node):
                yield self._undated(each, node)

    def _undated(self, each: Mentioned, within: Resolution) -> Diagnostic:
        cited = each.cited
        where = f"{named(cited, within)} in {place(each.paragraph)}"
        known = adoption(each.organ, cited.kind, cited.number)
        if known is None:
            return self.at(
                cited.span,
                f"{where} should have the date of its adoption, as it is first "
                f"cited here",
            )
        words = day_words(known.day)
        end = Span(cited.span.end, cited.span.end)
        return self.at(
            cited.span,
            f"{where} should have the date of its adoption, {words}, as it is first "
            f"cited here",
            Fix.replace(end, f" of {words}", Safety.UNSAFE),
        )


def _is_bare(each: Mentioned, within: Resolution) -> bool:
    """Whether nothing around a citation says why it has no date."""
    cited = each.cited
    if each.organ is Organ.SC or not _is_theirs(each):
        return False
    if each.organ is Organ.HRC and each.printed in _PACKAGE:
        return False
    source = within.source
    content = each.paragraph.content
    before = source.text[content.start : cited.span.start]
    end = each.following[0].span.start if each.following else content.end
    after = source.text[cited.span.end : min(end, cited.span.end + _CLOSE)]
    if before.rfind("“") > before.rfind("”") or before.rfind("(") > before.rfind(")"):
        return False
    if _MALFORMED.match(after):
        return False
    if _MANDATE.search(before) or _DAY.search(after.split(";")[0]):
        return False
    return not _shares(each, within)


def _is_theirs(each: Mentioned) -> bool:
    """Whether an early act can be the organ's; others have roman numerals too."""
    parts = number(" ".join(each.cited.number.split()))
    if parts.shape != "roman":
        return True
    low, high = roman_neighbours(parts.number)
    return each.organ is Organ.GA and low <= parts.session <= high


def _shares(each: Mentioned, within: Resolution) -> bool:
    """Whether the number shares the date of one that follows in the list."""
    end = each.cited.span.end
    own = number(" ".join(each.cited.number.split()))
    for after in each.following:
        other = number(" ".join(after.number.split()))
        between = within.source.text[end : after.span.start]
        # What was adopted in another session has another date.
        if other.session != own.session or not _LIST.fullmatch(between):
            return False
        if after.day:
            return True
        end = after.span.end
    return False
