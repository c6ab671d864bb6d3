"""Acronyms in titles."""

from collections.abc import Iterator, Mapping
from functools import cache

from resolint import EDITED, Diagnostic, Resolution, Rule, Severity, Span
from resolint.grammar.space import folded
from resolint.regex import regex
from resolint.tables import rows

ACRONYM = regex(r"(?<![\w/.-])[A-Z]{2,}s?(?![\w/.]|-\w)")
ROMAN = regex(r"[IVXLC]+\Z")
WORD = regex(r"[^\W\d_]{2,}")
NAME = regex(r" [A-Z]")


class TitleAcronym(Rule[Resolution]):
    """An acronym in the title."""

    code = "TIT004"
    name = "title-acronym"
    severity = Severity.WARNING
    profiles = EDITED

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want names in full; an acronym may stand in parentheses behind its name."""
        if node.title is None:
            return
        text = folded(node.source[node.title.content])
        if all(word.isupper() for word in WORD.findall(text)):
            return
        for found in ACRONYM.finditer(text):
            before, acronym = text[: found.start()], found[0]
            # Of "UN" TIT006 speaks. Behind a dash stands what a body calls itself.
            if acronym == "UN" or before.endswith(("– ", "— ")):
                continue
            if before.count("(") > before.count(")") or ROMAN.match(acronym):
                continue
            span = Span(*found.span()).shift(node.title.content.start)
            full = _full().get(acronym)
            if full:
                message = f"title should have “{full}” in full, not “{acronym}”"
                yield self.at(span, message)
            # "the QEX Fund" is a name of its own.
            elif full is None and not NAME.match(text, found.end()):
                message = f"title should have the name in full, not “{acronym}”"
                yield self.at(span, message, severity=Severity.INFO)


@cache
def _full() -> Mapping[str, str]:
    table = rows("title_acronyms.tsv", "resolint_rules")
    return {row["acronym"]: row["full"] for row in table}
