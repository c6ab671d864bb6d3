"""Capitals in the title."""

import re
from collections.abc import Iterator

from resolint import (
    EDITED,
    Diagnostic,
    Edit,
    Fix,
    Resolution,
    Rule,
    Safety,
    Severity,
    Span,
)
from resolint.regex import regex
from resolint_rules.title.words import title_words

WORD = regex(r"[^\W\d_]+(?:[’'‑-][^\W\d_]+)*")
# After these a capital may stand: "Lamps: The light of all".
BEGINS = regex(r"[:–—“\"‘(/.?!-]\s*\Z")
CAPITALS = 3
"""A title of so many words in capitals only is no name of capitals."""


class TitleCapitals(Rule[Resolution]):
    """A Title With Capitals."""

    code = "TIT003"
    name = "title-sentence-case"
    severity = Severity.WARNING
    profiles = EDITED

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want capitals on the first word and on names only."""
        if node.title is None:
            return
        start = node.title.content.start
        text = node.source[node.title.content]
        words = list(WORD.finditer(text))
        long = [word[0] for word in words if len(word[0]) > 1]
        if len(long) >= CAPITALS and all(map(str.isupper, long)):
            message = "title should be in sentence case, not in capitals"
            yield self.at(node.title.content, message)
            return
        wrong = _wrong(text, words)
        if not wrong:
            return
        spans = [Span(*word.span()).shift(start) for word in wrong]
        named = ", ".join(f"“{word[0]}”" for word in wrong)
        message = f"title should be in sentence case, with no capital on {named}"
        edits = tuple(
            Edit(span, word[0].lower()) for span, word in zip(spans, wrong, strict=True)
        )
        fix = Fix("Write in lower case", edits, Safety.UNSAFE)
        yield self.at(Span(spans[0].start, spans[-1].end), message, fix)


def _wrong(text: str, words: list[re.Match[str]]) -> list[re.Match[str]]:
    """Return the words of a title that should not have their capitals."""
    table = title_words()
    inner = [
        word
        for i, word in enumerate(words)
        if i and not BEGINS.search(text[max(0, word.start() - 3) : word.start()])
    ]
    capital = [word for word in inner if _is_capital(word[0])]
    function = [word for word in capital if _folded(word) in table.function]
    common = table.plain | table.shared
    small = table.function | table.weak
    if function:
        known = small | common
        return [word for word in capital if _folded(word) in known]
    # No capital may be a name's: all words are common ones, and none is small.
    content = [word for word in inner if _folded(word) not in small]
    plain = [word for word in content if _folded(word) in table.plain]
    all_common = all(
        _folded(word) in common for word in words if _folded(word) not in small
    )
    if len(content) > 1 and plain and all_common:
        return content if all(_is_capital(word[0]) for word in content) else []
    return []


def _is_capital(word: str) -> bool:
    """Whether a word begins with a capital, and is no acronym."""
    return word[0].isupper() and (len(word) == 1 or word[1:].islower())


def _folded(word: re.Match[str]) -> str:
    return word[0].lower().replace("‑", "-")
