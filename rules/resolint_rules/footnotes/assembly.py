"""Supplements of the Official Records of the General Assembly."""

from collections.abc import Iterator

from resolint import (
    EDITED,
    Diagnostic,
    Field,
    Fix,
    OfficialRecord,
    Passage,
    Resolution,
    Rule,
    Safety,
    Shows,
)
from resolint.tables import ordinals
from resolint_rules.footnotes.records import Supplement, supplements

FIRST_SESSION = 31
"""The first whose supplements have the session in their symbols."""
FIRST_YEAR = 1946
"""A year where the session should be: that is for SYM005 to say."""


class AssemblySupplement(Rule[Passage]):
    """A session or a number that is not the one in the symbol."""

    code = "FNT015"
    name = "assembly-supplement"
    profiles = EDITED
    needs = frozenset({Shows.NOTES})
    cites = (OfficialRecord,)

    def check(self, node: Passage, within: Resolution) -> Iterator[Diagnostic]:
        """Want session, number and symbol of one and the same supplement."""
        if isinstance(node, Field):
            return
        for cited in supplements(node, "A", within):
            if FIRST_SESSION <= cited.of < FIRST_YEAR:
                yield from self._session(node, cited, within)
                yield from self._number(node, cited, within)

    def _session(
        self, node: Passage, cited: Supplement, within: Resolution
    ) -> Iterator[Diagnostic]:
        """Yield a finding if the session is not the one in the symbol."""
        span = cited.session(within)
        session = cited.record.session
        if span is None or session in (None, cited.of):
            return
        words = {number: word for word, number in ordinals().items()}
        found = within.source[span]
        right = words.get(cited.of, "")
        message = (
            f"{node.locator} cites {cited.symbol.text} as of the {found.lower()} "
            f"session; it is of the {right or cited.of}"
        )
        fix = None
        if right and found[:1].isupper():
            fix = Fix.replace(span, right[:1].upper() + right[1:], Safety.UNSAFE)
        yield self.at(span, message, fix)

    def _number(
        self, node: Passage, cited: Supplement, within: Resolution
    ) -> Iterator[Diagnostic]:
        """Yield a finding if the number, or its letter, is not that of the symbol."""
        letter = chr(ord("A") - 1 + cited.addendum) if cited.addendum else ""
        span = cited.supplement(within)
        right = f"{cited.document}{letter}"
        found = f"{cited.number}{cited.letter}"
        if span is None or found == right or cited.addendum > 26:
            return
        message = (
            f"{node.locator} cites {cited.symbol.text} as Supplement No. {found}; "
            f"it is No. {right}"
        )
        yield self.at(span, message, Fix.replace(span, right, Safety.UNSAFE))
