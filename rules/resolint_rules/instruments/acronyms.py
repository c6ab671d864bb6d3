"""Names made of first letters, and where a text says what they stand for."""

import re
from collections.abc import Iterator
from functools import cache

from resolint import Passage, Resolution, Span, Symbol
from resolint.grammar.space import folded
from resolint.regex import regex
from resolint.tables import rows
from resolint_rules.spelling.forms import PACK
from resolint_rules.spelling.names import is_quoted

_LETTERS = regex(
    r"[A-Z](?<![\w/.@&-].)(?<![“\"‘(].)[A-Z][A-Z0-9]*(?![\w/@&’(-]|\.\w| \d)"
)
_ROMAN = regex(r"[IVXLC]+\Z")
_EXPLAINED = regex(
    r"(?P<whole> \((?:hereinafter |the )?[“\"]?(?P<letters>[A-Z]{2,}[A-Z0-9]*)[”\"]?\))"
)
_INITIALS = regex(r"[A-Za-z][\w’]*")
# Letters beside a capital are part of a name: “the … Tuberculosis Research Network”.
_GOES_ON = regex(r"\A (?!Member\b|States?\b)[A-Z]")
_COMES_FROM = regex(r"[a-z’,)] [A-Z][\w’]* (?:of |for |on |in )?\Z")
_YEAR = regex(r"\d{3}")


@cache
def accepted() -> frozenset[str]:
    """Return the letters that need no explanation."""
    return frozenset(row["acronym"] for row in rows("acronyms.tsv", PACK))


def explained(text: str) -> Iterator[re.Match[str]]:
    """Yield where a folded text gives the letters of a name behind it.

    ``whole`` is the parenthesis, with the space before it.
    """
    for found in _EXPLAINED.finditer(text):
        letters = found["letters"]
        if _ROMAN.match(letters) or letters in accepted():
            continue
        if _GOES_ON.match(text[found.end() : found.end() + 8]):
            continue
        before = text[max(0, found.start() - 200) : found.start()]
        words = _INITIALS.findall(before)[-2 * len(letters) - 4 :]
        initials = {word[0].upper() for word in words}
        # The first letter is that of a word of the name, and most others are too.
        known = sum(letter in initials for letter in letters)
        if letters[0] in initials and 2 * known > len(letters):
            yield found


def used(passage: Passage, within: Resolution) -> Iterator[tuple[str, Span]]:
    """Yield the letters that a passage uses for a name by itself, and where."""
    text = folded(within.source[passage.content])
    symbols = [node.span for node in passage.inline if isinstance(node, Symbol)]
    for found in _LETTERS.finditer(text):
        if _ROMAN.match(found[0]) or _YEAR.search(found[0]) or found[0] in accepted():
            continue
        if _GOES_ON.match(text[found.end() : found.end() + 8]):
            continue
        if _COMES_FROM.search(text[max(0, found.start() - 40) : found.start()]):
            continue
        span = Span(*found.span()).shift(passage.content.start)
        if any(symbol.meets(span) for symbol in symbols):
            continue
        if is_quoted(text, found.start(), draft=within.label == "draft"):
            continue
        if not any(run.span.meets(span) for run in within.source.emphasis_in(span)):
            yield found[0], span
