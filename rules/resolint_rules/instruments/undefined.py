"""Letters that stand for a name, and nowhere say for which."""

import re
from collections.abc import Iterator
from functools import cache
from types import MappingProxyType

from resolint import (
    UNITED_NATIONS,
    Diagnostic,
    Organ,
    Paragraph,
    Profile,
    Resolution,
    Rule,
    Severity,
)
from resolint.grammar.space import folded
from resolint.regex import regex
from resolint_rules.instruments.acronyms import used
from resolint_rules.security_council.titles import titles
from resolint_rules.spelling.forms import forms

_LEFT = regex(r"[OP]P\d*|TB[CD]")
"""What a working draft leaves behind, for STR016, REF022 and REF028 to tell."""


class UndefinedAcronym(Rule[Resolution]):
    """Letters for a name that the text does not spell out."""

    code = "TRE008"
    name = "undefined-acronym"
    severity = Severity.INFO
    severities = MappingProxyType({Profile.MUN: Severity.WARNING})
    profiles = (*UNITED_NATIONS, Profile.MUN)

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want the full name once, at the first mention."""
        if not node.whole:
            return
        text = folded(node.source.text)
        told = set(_others(node.organ))
        for each in node.walk():
            if not isinstance(each, Paragraph):
                continue
            for letters, span in used(each, node):
                if letters in told or _LEFT.fullmatch(letters):
                    continue
                told.add(letters)
                if not re.search(
                    rf"[(“\"‘](?:the )?[“\"]?{letters}s?\b|\b{letters} \(", text
                ):
                    message = (
                        f"{each.locator} should spell out what “{letters}” stands for"
                    )
                    yield self.at(span, message)


@cache
def _others(organ: Organ | None) -> frozenset[str]:
    """Return the letters that other rules speak of."""
    codes = {"TRE006", "TRE007", "TRE014"}
    if organ in (Organ.GA, Organ.HRC, None):
        codes.add("TRE015")
    return frozenset(
        form.wrong
        for form in forms("terms.tsv")
        if form.rule in codes and form.wrong.isupper()
    ).union(titles() if organ is Organ.SC else ())
