"""Resolutions of the organ whose text it is."""

import re
from collections.abc import Iterator

from resolint import (
    UNITED_NATIONS,
    Diagnostic,
    Fix,
    Operative,
    Passage,
    Preambular,
    Resolution,
    Rule,
    Safety,
    Severity,
    Span,
)
from resolint.regex import regex
from resolint_rules.references.rows import rows
from resolint_rules.references.words import text_of

# Between the opening and the name nobody else may have been spoken of.
_PLAIN = regex(
    r"[,\s]*(?:(?:that|in|this|regard|also|further|once|again|with|appreciation|all|the"
    r"|previous|relevant|provisions|paragraphs?|\d{1,3}|\([a-z]\)|of|and|to|its|adoption"
    r"|by|accordance|pursuant|particular|deep|concern|note|attention),?\s)*"
)


class OwnOrgan(Rule[Preambular | Operative]):
    """A resolution of the organ itself that is cited with the organ's name."""

    code = "REF016"
    name = "own-resolution"
    severity = Severity.INFO
    profiles = UNITED_NATIONS

    def check(
        self, node: Preambular | Operative, within: Resolution
    ) -> Iterator[Diagnostic]:
        """Want “its resolution” where the organ speaks of its own."""
        organ = within.organ
        if organ is None or node.opening is None:
            return
        # Beside those of another organ, the name tells which are which.
        if any(cited.organ is not organ for cited in node.citations):
            return
        for row in rows(node, within):
            first = row.members[0]
            if first.own or first.organ is not organ or first.body != organ:
                continue
            name = _name(node, within, row.word.start, organ)
            if name is None:
                continue
            before = within.source.text[node.opening.span.end : name.start]
            if not _PLAIN.fullmatch(before):
                continue
            words = within.source[row.word]
            yield self.at(
                name,
                f"{node.locator} should have “its {words}”, not "
                f"“{organ} {words}”, for what is the organ’s own",
                Fix.replace(name, "its", Safety.UNSAFE),
            )


def _name(node: Passage, within: Resolution, end: int, organ: str) -> Span | None:
    """Return where the name of an organ stands right before a word."""
    text = text_of(node, within)[: end - node.content.start]
    found = re.search(rf"(?:\b[Tt]he )?{re.escape(organ)}(?:’s)? ?\Z", text)
    if found is None:
        return None
    span = Span(found.start(), len(text.rstrip()))
    return span.shift(node.content.start)
