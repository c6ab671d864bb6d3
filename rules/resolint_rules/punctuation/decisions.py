"""Commas between the decisions of one paragraph."""

import re
from collections.abc import Iterator

from resolint import (
    UNITED_NATIONS,
    Diagnostic,
    Fix,
    Operative,
    Organ,
    Resolution,
    Rule,
    Safety,
    Severity,
    Span,
)
from resolint.grammar.space import folded
from resolint_rules.patterns import Pattern
from resolint_rules.punctuation.marks import word_set
from resolint_rules.spelling.names import is_quoted
from resolint_rules.verbs import verbs

_JOINED = Pattern(
    r"(?P<space> )and (?<=(?P<before>[a-z0-9)”]) and )"
    r"(?P<phrase>(?:(?:also|further|once again|strongly) )?(?P<verb>[a-z]+))"
    r"(?= (?P<next>[A-Za-z]+))",
    needles=(" and ",),
)


class DecisionCommas(Rule[Operative]):
    """Two decisions in one paragraph, joined without a comma."""

    code = "PUN006"
    name = "decision-commas"
    severity = Severity.INFO
    profiles = UNITED_NATIONS

    def check(self, node: Operative, within: Resolution) -> Iterator[Diagnostic]:
        """Want a comma before the “and” that leads on to another verb."""
        if node.opening is None:
            return
        source = within.source
        start = node.opening.span.end
        text = folded(source.text[start : node.content.end])
        for found in _JOINED.finditer(text):
            verb = found["verb"]
            if verb not in verbs() or verb in word_set("common_verb"):
                continue
            at = start + found.start("verb")
            # The Security Council has each decision in italics, which makes it certain.
            if within.organ is Organ.SC and not source.is_italic(at):
                continue
            if _is_shared(text, found) or is_quoted(text, found.start()):
                continue
            place = Span(start + found.start("space"), start + found.start("space"))
            span = Span(place.start + 1, start + found.end("phrase"))
            message = (
                f"{node.locator} should have a comma before “and {found['phrase']}”, "
                "which brings another decision"
            )
            yield self.at(span, message, Fix.replace(place, ",", Safety.UNSAFE))


def _is_shared(text: str, found: re.Match[str]) -> bool:
    """Whether two verbs have one object: “welcomes and encourages the work”."""
    words = text[max(0, found.start() - 40) : found.start()].split()
    # A comma inside the quotation mark is the business of PUN003.
    if not words or words[-1].endswith((",”", ',"')):
        return True
    last = words[-1].lower()
    # After a verb or a preposition one object goes with both verbs.
    if last in verbs() or last in word_set("preposition"):
        return True
    # “takes into account” is seldom said of the organ itself.
    return found["verb"] == "takes" and found["next"] == "into"
