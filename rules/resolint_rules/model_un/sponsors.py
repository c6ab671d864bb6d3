"""The order of submitters, co-submitters and signatories."""

from collections.abc import Iterator
from itertools import pairwise

from resolint import Diagnostic, Resolution, Severity, Span
from resolint.grammar.space import folded
from resolint.regex import regex
from resolint_rules.model_un.conferences import ConferenceRule
from resolint_rules.model_un.header import HeaderField, header

# Names with a comma or an “and” of their own; the comma of “Korea, Republic of”.
_AND = regex(
    r"Bosnia and Herzegovina|Trinidad and Tobago|Antigua and Barbuda"
    r"|(?:St\.?|Saint) Kitts and Nevis|(?:St\.?|Saint) Vincent and the Grenadines"
    r"|S[ãa]o Tome and Principe|São Tomé and Príncipe"
    r"|Great Britain and Northern Ireland|Serbia and Montenegro"
)
_INVERTED = regex(r", (?:[\w’']+ )*(?:of|Republic|State|States)\s*(?:[,;.]|\Z)")
_NAME = regex(r"(?:(?!\band\b)[^,;&])+")
_LEADS = regex(r"(?i)(?:and |the |(?:the )?delegations? of |(?:the )?delegates? of )+")


class SubmitterOrder(ConferenceRule):
    """Sponsors that are in no order, that come twice, or that are too many."""

    code = "MUN016"
    name = "submitter-order"
    severity = Severity.INFO

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want each line of names in the order of the alphabet, and no name twice."""
        if not node.whole:
            return
        seen: dict[str, str] = {}
        for line in header(node):
            if line.kind not in {"submitters", "sponsors", "signatories"}:
                continue
            names = list(_names(node, line))
            label = node.source[line.label]
            yield from self._twice(names, label, seen)
            yield from self._unordered(names, label)
            most = self.customs.most
            if line.kind == "submitters" and most and len(names) > most:
                yield self.at(
                    names[most][1],
                    f"the line “{label}” should have {most} names at most, not "
                    f"{len(names)}",
                )

    def _twice(
        self, names: list[tuple[str, Span]], label: str, seen: dict[str, str]
    ) -> Iterator[Diagnostic]:
        for name, span in names:
            if (other := seen.get(name.lower())) is not None:
                again = " twice" if other == label else f": “{other}” does"
                yield self.at(span, f"the line “{label}” should not name {name}{again}")
            seen.setdefault(name.lower(), label)

    def _unordered(
        self, names: list[tuple[str, Span]], label: str
    ) -> Iterator[Diagnostic]:
        for (before, _), (name, span) in pairwise(names):
            if name.lower() < before.lower():
                yield self.at(
                    span,
                    f"the line “{label}” should be in alphabetical order: {name} comes "
                    f"before {before}",
                )
                return


def _names(node: Resolution, line: HeaderField) -> Iterator[tuple[str, Span]]:
    """Yield the names of a line, without “the delegation of”."""
    text = folded(node.source[line.value])
    if _INVERTED.search(text) or "(" in text:
        return
    # An “and” inside a name is none that joins two.
    hidden = _AND.sub(lambda found: found[0].replace(" and ", " xxx "), text)
    for found in _NAME.finditer(hidden):
        start, end = found.span()
        start += len(found[0]) - len(found[0].lstrip())
        end -= len(found[0]) - len(found[0].rstrip(" ."))
        if lead := _LEADS.match(hidden, start, end):
            start = lead.end()
        if start < end:
            yield text[start:end], Span(start, end).shift(line.value.start)
