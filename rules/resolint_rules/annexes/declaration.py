"""Paragraphs that a declaration follows."""

from collections.abc import Iterator

from resolint import (
    Diagnostic,
    Operative,
    Profile,
    Resolution,
    Rule,
    Safety,
    Severity,
)
from resolint.grammar.space import folded
from resolint_rules.endings import MARKS, ending
from resolint_rules.patterns import Pattern

ADOPTS = Pattern(
    r"(?i)\b(?:adopts?|approves?|proclaims?|endorses?)\b[^,;:.]{0,40} following "
    r"(?:[\w-]+ ){0,4}?(?:declaration|outcome document|communiqué"
    r"|(?:political|joint) statement|(?:programme|plan) of action)\b"
    r"[^,;:.]{0,120}\W*\Z",
    needles=("following ",),
)


class DeclarationColon(Rule[Operative]):
    """“Adopts the following declaration” without a colon."""

    code = "ANX006"
    name = "declaration-colon"
    severity = Severity.WARNING
    profiles = (Profile.GA,)
    needles = ("following",)

    def check(self, node: Operative, within: Resolution) -> Iterator[Diagnostic]:
        """Want a colon before the declaration."""
        end = ending(within.source, node)
        if node.items or end.mark == ":" or not ADOPTS.search(folded(end.words)):
            return
        message = f"{node.locator} should end with a colon before the declaration"
        found = f", not {MARKS[end.mark]}" if end.mark in MARKS else ""
        yield self.at(end.span, f"{message}{found}", end.fix(":", Safety.UNSAFE))
