"""Sales numbers of publications."""

from collections.abc import Iterator

from resolint import (
    Diagnostic,
    Fix,
    Passage,
    Profile,
    Resolution,
    Rule,
    Safety,
    Severity,
    Span,
)
from resolint.adoption import numeral
from resolint.regex import regex
from resolint_rules.patterns import Pattern
from resolint_rules.references.words import text_of
from resolint_rules.symbols.faults import place

_SALES = Pattern(
    r"\b(?P<words>[Ss]ales [Nn](?:umber|os?)\b\.?:?) ?"
    r"(?P<number>[A-Z]?[.\- ]{0,2}\d{2}[.\-/ ]{1,2}(?:[IVX]+|\d{1,2})[.\-/ ]{1,2}"
    r"(?:[A-Z][.\-/ ]{1,2})?\d{1,3}(?:/Rev\.\d)?)\b",
    needles=("sales n",),
)
_RIGHT = regex(r"(?:[A-Z]\.)?\d{2}\.[IVX]+\.(?:[A-Z]\.)?\d{1,3}(?:/Rev\.\d)?")
_PARTS = regex(r"[A-Z]+|\d+")


class SalesNumber(Rule[Passage]):
    """A sales number that is not written “Sales No. E.96.IV.13”."""

    code = "SYM015"
    name = "sales-number"
    severity = Severity.INFO
    profiles = (Profile.GA, Profile.ECOSOC)
    needles = ("sales",)

    def check(self, node: Passage, within: Resolution) -> Iterator[Diagnostic]:
        """Want full stops between the parts, and a roman category."""
        text = text_of(node, within)
        for found in _SALES.finditer(text):
            number, revision, behind = found["number"].partition("/Rev")
            right = ".".join(_parts(number)) + revision + behind
            words = "Sales Nos." if "os" in found["words"][5:] else "Sales No."
            there, meant = found[0], f"{words} {right}"
            if there == meant or not _RIGHT.fullmatch(right):
                continue
            span = Span(*found.span()).shift(node.content.start)
            yield self.at(
                span,
                f"the sales number in {place(node)} should be written “{meant}”, not "
                f"“{there}”",
                Fix.replace(span, meant, Safety.UNSAFE),
            )


def _parts(number: str) -> list[str]:
    """Return the parts of a sales number, the category in roman numerals."""
    parts = _PARTS.findall(number)
    category = 2 if parts[0].isalpha() else 1
    if len(parts) > category and parts[category].isdecimal():
        parts[category] = numeral(int(parts[category]))
    return parts
