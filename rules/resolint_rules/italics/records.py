"""Titles in footnotes: Official Records, the Treaty Series; and “Ibid.”."""

from collections.abc import Iterator

from resolint import (
    Diagnostic,
    Fix,
    Footnote,
    OfficialRecord,
    Profile,
    Resolution,
    Rule,
    Severity,
    Shows,
    Span,
)
from resolint.regex import regex
from resolint_rules.patterns import Pattern

_SERIES = Pattern(r"\bNations, (Treaty\s+Series)\b", needles=("treaty",))
_IBID = Pattern(r"\bIbid\b\.?", needles=("ibid",))
_LEAD = regex(r"Ibid\.,?\s*")
_TAIL = regex(r"\s+and\s+(?:corrigend|addend).*\Z")


class RecordItalics(Rule[Footnote]):
    """A title in a note that is in roman, or “Ibid.” in italics."""

    code = "ITA010"
    name = "record-italics"
    severity = Severity.INFO
    profiles = (Profile.GA, Profile.ECOSOC)
    needs = frozenset({Shows.ITALICS})
    cites = (OfficialRecord,)
    needles = ("treaty", "ibid")

    def check(self, node: Footnote, within: Resolution) -> Iterator[Diagnostic]:
        """Want the titles in italics, and “Ibid.” in roman."""
        source = within.source
        for record in node.inline:
            if isinstance(record, OfficialRecord):
                yield from self._title(
                    node, within, _named(source[record.span], record)
                )
        text = source[node.content]
        for found in _SERIES.finditer(text):
            span = Span(*found.span(1)).shift(node.content.start)
            yield from self._title(node, within, span)
        for found in _IBID.finditer(text):
            span = Span(*found.span()).shift(node.content.start)
            if source.italic(span):
                message = f"{node.locator} should have “Ibid.” in roman"
                yield self.at(span, message, Fix.romanise(span))

    def _title(
        self, node: Footnote, within: Resolution, span: Span
    ) -> Iterator[Diagnostic]:
        source = within.source
        # Where a part is in roman, as “and corrigendum” may be, it is not said here.
        if any(map(source.is_italic, range(span.start, span.end))):
            return
        words = " ".join(source[span].split())
        message = f"{node.locator} should have “{words}” in italics"
        yield self.at(span, message, Fix.italicise(span))


def _named(text: str, record: OfficialRecord) -> Span:
    """Return the title alone, without “Ibid.” before and “and corrigendum” behind."""
    lead, tail = _LEAD.match(text), _TAIL.search(text)
    start = lead.end() if lead else 0
    end = tail.start() if tail else len(text)
    return Span(start, end).shift(record.span.start)
