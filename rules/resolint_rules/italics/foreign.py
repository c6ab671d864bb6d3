"""Foreign words, titles of publications and names of cases."""

from collections.abc import Iterator

from resolint import (
    EDITED,
    Diagnostic,
    Fix,
    Footnote,
    Paragraph,
    Passage,
    Resolution,
    Rule,
    Safety,
    Severity,
    Shows,
    Span,
)
from resolint.grammar.space import folded
from resolint.regex import regex
from resolint_rules.spelling.forms import hits, needles
from resolint_rules.spelling.names import is_quoted

TABLE = "foreign.tsv"
_NAME = r"[A-Z][\w’-]+(?: (?:and|of the|of) [A-Z][\w’-]+| [A-Z][\w’-]+){0,4}"
_CASE = regex(rf"(?<![\w’-]){_NAME} v\. {_NAME}")


class ForeignWords(Rule[Passage]):
    """A foreign word, a title or a case in roman."""

    code = "ITA006"
    name = "foreign-words"
    severity = Severity.INFO
    profiles = EDITED
    needs = frozenset({Shows.ITALICS})

    def looks_for(self) -> frozenset[str]:
        """Return a needle for each foreign phrase, and that between two parties."""
        return needles(TABLE, self.code) | {"v."}

    def check(self, node: Passage, within: Resolution) -> Iterator[Diagnostic]:
        """Want them in italics, but in quotation marks."""
        if not isinstance(node, Paragraph | Footnote):
            return
        source = within.source
        text = folded(source[node.content])
        places = [(hit.start, hit.end) for hit in hits(TABLE, text).get(self.code, ())]
        if " v. " in text:
            places += [found.span() for found in _CASE.finditer(text)]
        for start, end in places:
            span = Span(start, end).shift(node.content.start)
            # A part of it in italics is enough: how far they go is another matter.
            if any(map(source.is_italic, range(span.start, span.end))):
                continue
            if is_quoted(text, start, draft=within.label == "draft"):
                continue
            message = f"{node.locator} should have “{text[start:end]}” in italics"
            yield self.at(span, message, Fix.italicise(span, Safety.UNSAFE))
