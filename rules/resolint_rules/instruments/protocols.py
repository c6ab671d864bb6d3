"""Protocols, and the instruments that they belong to."""

from collections.abc import Iterator

from resolint import (
    Diagnostic,
    Field,
    Fix,
    Passage,
    Resolution,
    Rule,
    Safety,
    Severity,
    Span,
)
from resolint.grammar.space import folded
from resolint_rules.instruments.table import mentions
from resolint_rules.patterns import Pattern

_THEIR = Pattern(
    r"(?:,| and|, and|, as well as| as well as| together with) (?P<what>(?:its|it[’']s"
    r"|their) (?:two |three )?(?P<kind>Optional|Additional|optional|additional)?"
    r" ?(?P<noun>[Pp]rotocols?))\b(?! (?:on|of|to|for|against|I|V)\b)",
    needles=("protocol",),
)
_SMALL = Pattern(
    r"(?<!two )(?<!three )\b(?P<kind>optional|additional) (?P<noun>protocols?)"
    r" thereto\b",
    needles=("thereto",),
)


class ProtocolsThereto(Rule[Passage]):
    """*its protocols* behind the name of a convention."""

    code = "TRE004"
    name = "protocols-thereto"
    severity = Severity.INFO
    needles = ("protocol", "protocols", "thereto")

    def check(self, node: Passage, within: Resolution) -> Iterator[Diagnostic]:
        """Want “the Optional Protocols thereto”."""
        if isinstance(node, Field):
            return
        text = folded(within.source[node.content])
        start = node.content.start
        if "rotocol" not in text:
            return
        for mention in mentions(within.source, node.content):
            if found := _THEIR.match(text, mention.end):
                kind = (found["kind"] or "").capitalize()
                noun = found["noun"].capitalize()
                right = " ".join(
                    word for word in ("the", kind, noun, "thereto") if word
                )
                span = Span(*found.span("what")).shift(start)
                message = f"{node.locator} should have “{right}”, not “{found['what']}”"
                yield self.at(span, message, Fix.replace(span, right, Safety.UNSAFE))
        for found in _SMALL.finditer(text):
            right = f"{found['kind'].capitalize()} {found['noun'].capitalize()}"
            span = Span(found.start("kind"), found.end("noun")).shift(start)
            message = f"{node.locator} should have “{right}”, with capitals"
            yield self.at(span, message, Fix.replace(span, right, Safety.UNSAFE))
