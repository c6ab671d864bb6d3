"""Headings between paragraphs: their letters, their marks and their capitals."""

from collections.abc import Iterator
from itertools import pairwise

from resolint import (
    EDITED,
    Diagnostic,
    Heading,
    Resolution,
    Rule,
    Severity,
    Span,
    Style,
)
from resolint.grammar.space import plain
from resolint.regex import regex
from resolint_rules.endings import MARKS, ending
from resolint_rules.title.words import title_words
from resolint_rules.verbs import participles

LETTER = regex(r"(?P<letter>[A-Z])(?:\. [A-Z].*)?")
WORD = regex(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")

SHORTEST = 3
"""Of how many words capitals may be told from those of a name."""


class HeadingForm(Rule[Resolution]):
    """A heading A without B, or one with a final mark or with capitals."""

    code = "STR011"
    name = "heading-form"
    severity = Severity.INFO
    profiles = EDITED

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want letters in sequence, sentence case and no mark at the end."""
        # Of the letters of parts ANX001 speaks.
        parts = node.parts or len(node.label) == 1
        if not node.headings or node.enacting is None or parts:
            return
        tables = {
            block.span.start
            for block in node.source.blocks
            if block.style is Style.TABLE
        }
        headings = [
            heading
            for heading in node.headings
            # Rows of a table that the format does not show to be one have tabs.
            if heading.span.start not in tables
            and "\t" not in node.source[heading.content].strip()
            and "   " not in node.source[heading.content]
        ]
        yield from self._letters(node, headings)
        for heading in headings:
            yield from self._words(node, heading)

    def _letters(
        self, node: Resolution, headings: list[Heading]
    ) -> Iterator[Diagnostic]:
        lettered = [
            heading
            for heading in headings
            if (found := LETTER.fullmatch(plain(node.source[heading.span])))
            and found["letter"] == heading.label
        ]
        last = "@"
        for at, heading in enumerate(lettered):
            due = chr(ord(last) + 1)
            this = heading.label
            # Under the next section the letters begin anew.
            if this == "A":
                due = "A"
                after = lettered[at + 1].label if at + 1 < len(lettered) else "A"
                if after == "A":
                    message = "heading A stands alone: there should be B, or no letter"
                    yield self.at(_label(node, heading), message)
            # I, V and X alone may be numbers of sections.
            elif this != due and this not in "IVX":
                before = f"follows {last}" if last != "@" else "is the first"
                message = f"heading {this} {before}: it should be {due}"
                yield self.at(_label(node, heading), message)
            last = this

    def _words(self, node: Resolution, heading: Heading) -> Iterator[Diagnostic]:
        end = ending(node.source, heading)
        first = WORD.search(end.words)
        # "Noting with satisfaction:" is a paragraph above its list.
        if first is None or first[0].lower() in participles():
            return
        if end.mark in (".", ":", ";") and end.words[:-1].strip():
            message = f"{heading.locator} should not end with {MARKS[end.mark]}"
            yield self.at(end.span, message)
        text = node.source[heading.content]
        words = list(WORD.finditer(text))
        if len(words) < SHORTEST:
            return
        if all(word[0].isupper() for word in words):
            message = f"{heading.locator} should be in sentence case, not in capitals"
            yield self.at(heading.content, message)
            return
        small = title_words().function
        for before, word in pairwise(words):
            between = text[before.end() : word.start()].strip()
            if not between and word[0].istitle() and word[0].lower() in small:
                span = Span(*word.span()).shift(heading.content.start)
                message = (
                    f"{heading.locator} should be in sentence case, with no capital "
                    f"on “{word[0]}”"
                )
                yield self.at(span, message)
                return


def _label(node: Resolution, heading: Heading) -> Span:
    start = heading.span.start + node.source[heading.span].find(heading.label)
    return Span(start, start + 1)
