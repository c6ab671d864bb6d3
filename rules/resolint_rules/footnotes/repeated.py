"""Ibid., where a footnote cites what the one before it cites."""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from resolint import (
    EDITED,
    Diagnostic,
    Fix,
    Footnote,
    Resolution,
    Rule,
    Safety,
    Severity,
    Shows,
    Span,
)
from resolint.regex import regex
from resolint_rules.footnotes.labels import number
from resolint_rules.footnotes.places import gives_source
from resolint_rules.footnotes.sources import Cited, cited

IBID = "Ibid"
_VOLUME = regex(r"Ibid\., vols?\. [\d, and–-]+\d,? Nos?\.")
SHORTEST = 4
SEE = "See "


class RepeatedSource(Rule[Resolution]):
    """A source given again in full, or an *Ibid.* that has none before it."""

    code = "FNT009"
    name = "repeated-source"
    severity = Severity.WARNING
    profiles = EDITED
    needs = frozenset({Shows.NOTES})

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want *Ibid.* for the source of the note before, and for no other."""
        # The UN's own XML leaves notes out: what stood before is not known.
        if not node.whole or node.source.format == "akn":
            return
        sources = cited(node)
        for before, note in pairwise(node.notes):
            if _follows(before, note):
                yield from self._judged(before, note, sources, node)

    def _judged(
        self,
        before: Footnote,
        note: Footnote,
        sources: Mapping[str, Cited],
        within: Resolution,
    ) -> Iterator[Diagnostic]:
        first, this = sources[before.label], sources[note.label]
        start = note.content.start
        if this.text.startswith(IBID):
            if _VOLUME.match(this.text) and not first.several and not first.series:
                span = Span(start, start + len(IBID))
                message = (
                    f"{note.locator} should name its source: {before.locator}, which "
                    "“Ibid.” stands for, is not of the Treaty Series"
                )
                yield self.at(span, message)
            return
        if first.several or this.several or not gives_source(this.text):
            return
        rest = _rest(first, this)
        if rest is None:
            return
        right = f"Ibid.{rest}"
        span = Span(start, start + len(this.text))
        message = f"{note.locator} should be “{right}”: {before.locator} cites the same"
        # In italics or not, a source is replaced with the marks around it.
        fix = Fix.replace(span, right, Safety.UNSAFE)
        yield self.at(span, message, fix, severity=Severity.INFO)


def _rest(first: Cited, this: Cited) -> str | None:
    """Return what stands behind *Ibid.*, or None where the sources are two."""
    if this.text == first.text:
        return ""
    if this.series and first.series:
        return this.text[this.text.index(", vol") :]
    if this.head != first.head or len(this.head) < SHORTEST:
        return None
    if this.text.startswith(SEE) != first.text.startswith(SEE):
        return None
    return this.text[this.text.index(this.head) + len(this.head) :]


def _follows(before: Footnote, note: Footnote) -> bool:
    """Whether a note is the next in number."""
    first, this = number(before.label), number(note.label)
    return first is not None and this == first + 1
