"""Compounds that are two words: climate change, task force, time frame."""

from collections.abc import Iterator

from resolint import EDITED, Diagnostic, Passage, Severity
from resolint.regex import regex
from resolint_rules.spelling.forms import Hit
from resolint_rules.spelling.respelling import Respelling

# Part of a longer compound: climate-change-related, non-nuclear-weapons.
_LONGER = regex(r"-\w")


class OpenCompounds(Respelling):
    """A hyphen in a compound that is two words, or no space."""

    code = "SPE009"
    name = "open-compounds"
    severity = Severity.INFO
    profiles = EDITED
    table = "hyphenation.tsv"

    def judged(self, hit: Hit, node: Passage) -> Iterator[Diagnostic]:
        """Leave longer compounds alone."""
        if not _LONGER.match(hit.text, hit.end) and hit.text[hit.start - 1] != "-":
            yield from super().judged(hit, node)
