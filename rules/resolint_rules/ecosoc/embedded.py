"""A draft that a Council recommends to the Assembly."""

import re
from collections.abc import Iterator

from resolint import (
    Diagnostic,
    Fix,
    Item,
    Operative,
    Organ,
    Passage,
    Preambular,
    Profile,
    Resolution,
    Rule,
    Safety,
    Severity,
    Span,
)
from resolint.regex import regex

_OPEN = "“"
_MARK = regex(r"[“\"]")


class EmbeddedDraft(Rule[Resolution]):
    """A recommended draft whose paragraphs have no opening quotation marks."""

    code = "ECO002"
    name = "embedded-draft"
    severity = Severity.WARNING
    profiles = (Profile.ECOSOC, Profile.HRC)

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want “ before each paragraph of a draft for the Assembly."""
        # The draft itself is judged as a text of the Assembly.
        for part in node.parts if node.whole else ():
            if part.label == "draft" and part.organ is Organ.GA and part.enacting:
                yield from self._draft(part, [part.enacting, *_paragraphs(part)])

    def _draft(self, node: Resolution, passages: list[Passage]) -> Iterator[Diagnostic]:
        bare = [each for each in passages if not _quoted(node, each)]
        if len(bare) == len(passages):
            message = (
                "the draft for the General Assembly should stand in quotation marks, "
                "each paragraph after “"
            )
            yield self.at(passages[0].content, message, severity=Severity.INFO)
            return
        for each in bare:
            start = Span(each.span.start, each.span.start)
            fix = Fix.replace(start, _OPEN, Safety.UNSAFE)
            message = f"{_where(each)} should begin with “"
            yield self.at(Span(each.span.start, each.span.start + 1), message, fix)
        for each in passages:
            yield from self._inner(node, each)

    def _inner(self, node: Resolution, passage: Passage) -> Iterator[Diagnostic]:
        """Yield a finding for each quotation within that has double marks."""
        text = node.source[passage.content]
        for found in re.finditer(r"(?<!\A)“(?P<words>[^“”]{1,300})”(?!\s*\Z)", text):
            span = Span(*found.span()).shift(passage.content.start)
            shown = found["words"]
            if len(shown) > 60:
                shown = f"{shown[:59].rstrip()}…"
            message = (
                f"{_where(passage)} should have ‘{shown}’ in single "
                "quotation marks, within the draft’s own"
            )
            fix = Fix.replace(span, f"‘{found['words']}’", Safety.UNSAFE)
            yield self.at(span, message, fix)


def _where(passage: Passage) -> str:
    return passage.locator if passage.locator else "the enacting line"


def _paragraphs(node: Resolution) -> Iterator[Passage]:
    for each in node.walk():
        if isinstance(each, Preambular | Operative | Item):
            yield each


def _quoted(node: Resolution, passage: Passage) -> bool:
    """Whether a quotation mark stands before a paragraph, or before its words."""
    start = passage.span.start
    line = node.source.text.rfind("\n", 0, start) + 1
    head = node.source.text[line : passage.content.start + 2]
    return bool(_MARK.search(head))
