"""How a draft cites resolutions."""

from collections.abc import Iterator
from itertools import chain

from resolint import (
    Diagnostic,
    Fix,
    Operative,
    Organ,
    Preambular,
    Resolution,
    Safety,
    Severity,
    Span,
    Symbol,
)
from resolint_rules.metadata.calendar import day_words
from resolint_rules.model_un.conferences import ConferenceRule
from resolint_rules.model_un.likeness import as_said
from resolint_rules.patterns import Pattern
from resolint_rules.references.facts import adoption
from resolint_rules.references.first_mention import FirstMention

_RESOLUTION = Pattern(r"(?i)A/RES/(?P<number>\d{2}/\d{1,3})(?P<part>[A-Z]?)")
_BEFORE = Pattern(r"(?i)\bresolutions?\s+\Z")
_REACH = 20


class CitedResolution(ConferenceRule):
    """A resolution that is cited without its date, or by its symbol."""

    code = "MUN009"
    name = "cited-with-date"
    severity = Severity.INFO

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want number and date in place of a symbol, and as many as are asked for."""
        yield from as_said(self, FirstMention(), node, within)
        clauses: tuple[Preambular | Operative, ...] = (*node.preamble, *node.operative)
        cited = 0
        for clause in clauses:
            passages = chain((clause,), clause.items)
            for passage in passages:
                symbols = [x for x in passage.inline if isinstance(x, Symbol)]
                cited += len(symbols) + len(passage.citations)
                for symbol in symbols:
                    yield from self._symbol(symbol, passage.locator, node)
        if cited < self.customs.cited and node.enacting and node.whole:
            number = {0: "none", 1: "only one"}.get(cited, f"only {cited}")
            yield self.at(
                node.enacting.name,
                f"the draft should cite {self.customs.cited} documents at least, with "
                f"title, number and date; it cites {number}",
            )

    def _symbol(
        self, symbol: Symbol, where: str, node: Resolution
    ) -> Iterator[Diagnostic]:
        """Yield a finding for the symbol of a resolution of the Assembly."""
        found = _RESOLUTION.fullmatch(symbol.text)
        if found is None:
            return
        number = found["number"] + (
            f" {found['part'].upper()}" if found["part"] else ""
        )
        known = adoption(Organ.GA, "resolution", number)
        day = f" of {day_words(known.day)}" if known else ""
        start = symbol.span.start
        before = node.source[Span(max(0, start - _REACH), start)]
        fix = None
        said = _BEFORE.search(before)
        if known:
            word = "" if said else "resolution "
            fix = Fix.replace(symbol.span, f"{word}{number}{day}", Safety.UNSAFE)
        asked = f"“resolution {number}{day}”{'' if known else ' with its date'}"
        yield self.at(
            symbol.span, f"{where} should cite {asked}, not “{symbol.text}”", fix
        )
