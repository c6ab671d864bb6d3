"""How annexes are numbered."""

from collections.abc import Iterator

from resolint import (
    EDITED,
    Annex,
    Diagnostic,
    Fix,
    Resolution,
    Rule,
    Safety,
    Severity,
    Span,
)
from resolint_rules.counting import numerals
from resolint_rules.structure.annexed import HEAD, mentions, word


class AnnexNumbers(Rule[Resolution]):
    """Annexes that are not numbered I, II and III, or a single one that is."""

    code = "STR013"
    name = "annex-numbers"
    severity = Severity.WARNING
    profiles = EDITED

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want “Annex” alone for one, and roman figures in sequence for several."""
        found = [annex for annex in node.annexes if word(node, annex) == "annex"]
        if not found or (len(found) == 1 and _headed(node) > 1):
            return
        # “Annex”, then “Annex I”: the second is one of the text that is annexed.
        labels = [annex.heading.label for annex in found]
        if len(found) > 1 and not labels[0] and any(labels):
            return
        named = any(mention.labels for mention in mentions(node))
        safety = Safety.UNSAFE if named else Safety.SAFE
        for number, annex in enumerate(found, 1):
            due = numerals()[number - 1].upper() if len(found) > 1 else ""
            if annex.heading.label != due:
                yield self._wrong(node, annex, due, safety)

    def _wrong(
        self, node: Resolution, annex: Annex, due: str, safety: Safety
    ) -> Diagnostic:
        """Say what the heading of an annex should be."""
        text = node.source[annex.heading.span]
        head = HEAD.match(text)
        assert head is not None
        after = head.end("word")
        end = after
        if annex.heading.label:
            end = text.index(annex.heading.label, after) + len(annex.heading.label)
        span = Span(head.start("word"), end).shift(annex.heading.span.start)
        found = " ".join(node.source[span].split())
        right = f"{head['word']} {due}".strip()
        why = "" if due else ", as it is the only one"
        message = f"annex should be headed “{right}”{why}, not “{found}”"
        return self.at(span, message, Fix.replace(span, right, safety))


def _headed(node: Resolution) -> int:
    """Return how many lines begin as the heading of an annex does, known or not."""
    return sum(
        HEAD.match(node.source[block.span][:40]) is not None
        for block in node.source.blocks
        if not block.label
    )
