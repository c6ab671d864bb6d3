"""Whether a word belongs to a proper name, a title or a quotation.

There it keeps the spelling of those who gave the name or wrote the words.
"""

import re
from functools import cache, lru_cache

from resolint import Paragraph, Passage, Resolution, Span
from resolint.grammar.space import folded
from resolint.quotations import is_quoted as is_quoted
from resolint.regex import regex
from resolint.tables import rows
from resolint_rules.spelling.forms import PACK, Hit

# Between two words of a name: Organisation for the Prohibition, Centre d’Études.
_LINKS = (
    r"(?:(?:of|for|in|on|and|de|della|di|do|la|le|du|des|der|und|et|para|por|y)\s+"
    r"(?:the\s+|la\s+|les?\s+)?)"
)
_AFTER = regex(rf"[\s-]+{_LINKS}?(?:[dl][’'])?[^\W\d_a-zß-ÿ]")
_BEFORE = regex(rf"(?P<word>[^\W\d_][\w’'-]*)[\s-]+{_LINKS}?\Z")
_REACH = 40
# Words that have a capital for where they stand, not because they belong to a name.
_FIRST_WORDS = regex(r"(?:The|A|An|In|At|By|For|Of|On|To|And|Its?|This|That)\Z")
_SENTENCE = regex(r"(?:\A|[.:;?!]\s+)[“\"‘'(\s]*\Z")
_VERB = regex(r"(?:ing|es|ed)\Z", re.IGNORECASE)


def is_own(hit: Hit, right: str, passage: Passage, within: Resolution) -> bool:
    """Whether a word of a passage keeps its spelling, wrong elsewhere.

    ``right`` is how it would be spelled elsewhere.
    """
    start, end = hit.start, hit.end
    span = Span(start, end).shift(passage.content.start)
    opening = passage.opening if isinstance(passage, Paragraph) else None
    if opening and span in opening.span:
        return False
    if is_cited(hit, passage, within):
        return True
    found = hit.text[start:end]
    if not found[:1].isupper():
        return False
    if is_known(hit, found):
        return True
    if is_known(hit, right):
        return False
    if _in_name(hit.text, start, end):
        return True
    return not _begins(hit.text, start) and _is_named(within.source.text, found)


def is_cited(hit: Hit, passage: Passage, within: Resolution) -> bool:
    """Whether words of a passage are quoted, or belong to the title of a work."""
    if is_quoted(hit.text, hit.start, draft=within.label == "draft"):
        return True
    return _in_title(Span(hit.start, hit.end).shift(passage.content.start), within)


def is_known(hit: Hit, word: str) -> bool:
    """Whether a text, some word in place of what it has there, has a known name."""
    text = hit.text
    for name in _known().get(word.lower(), ()):
        for match in re.finditer(rf"\b{re.escape(word)}\b", name, re.IGNORECASE):
            first, last = match.span()
            begins, ends = hit.start - first, hit.end + len(name) - last
            if (
                begins >= 0
                and text[begins : hit.start] == name[:first]
                and text[hit.end : ends] == name[last:]
            ):
                return True
    return False


def _in_title(span: Span, within: Resolution) -> bool:
    """Whether a span is in italics that begin with a capital: a title."""
    return any(
        span.meets(run.span) and within.source.text[run.span.start].isupper()
        for run in within.source.emphasis_in(span)
    )


def _in_name(text: str, start: int, end: int) -> bool:
    """Whether a word with a capital has another with a capital beside it."""
    first = _begins(text, start)
    if first and _VERB.search(text[start:end]):
        return False
    if _AFTER.match(text, end):
        return True
    if first:
        return False
    before = _BEFORE.search(text[max(0, start - _REACH) : start])
    if before is None or not before["word"][0].isupper():
        return False
    at = max(0, start - _REACH) + before.start()
    return not _FIRST_WORDS.match(before["word"]) and not _begins(text, at)


def _begins(text: str, at: int) -> bool:
    """Whether a word has its capital for being the first of a sentence."""
    return bool(_SENTENCE.search(text[max(0, at - 4) : at]))


@lru_cache(maxsize=64)
def _is_named(text: str, word: str) -> bool:
    """Whether a word is part of a name anywhere in a text.

    What is called *the Organisation* for short was called by its full name before.
    """
    text = folded(text)
    return any(
        _in_name(text, match.start(), match.end())
        for match in re.finditer(rf"\b{re.escape(word)}\b", text)
    )


@cache
def _known() -> dict[str, tuple[str, ...]]:
    """Return the names of the table by each of their words."""
    names: dict[str, tuple[str, ...]] = {}
    for row in rows("names.tsv", PACK):
        for word in dict.fromkeys(re.findall(r"\w+", row["name"].lower())):
            names[word] = (*names.get(word, ()), row["name"])
    return names
