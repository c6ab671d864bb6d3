"""Which text a reference to a paragraph speaks of."""

from collections.abc import Sequence

from resolint.document import ParagraphReference
from resolint.grammar.space import folded
from resolint.mentions.homes import Home
from resolint.quotations import is_quoted
from resolint.regex import regex

OWN = frozenset({"above", "below", "present", "likely"})
"""What is said of a paragraph of the same text."""
_REACH = 60
_JOINED = regex(r",? (?:and|or|to|as well as) (?:in |to |of |with )?|, ")
# "A/79/328, para. 4", "its paragraph 4", "article 1, paragraph 2"
_OTHER_BEFORE = regex(
    r"(?:^|[,(;:)”\"/\d]|\b[IVXLC]+|\b(?:its|their|his|her|the|those|whose|said|new"
    r"|[Aa]rticles?|[Rr]ules?|chap\.|sect\.|[Aa]nnex|[Cc]harter))\s*\Z"
)
# "paragraph 1 (5) of decision", "paragraph 88, subparagraphs (a) to (h), of"
_OTHER_AFTER = regex(
    r" \(|,? (?:thereof|common|contained|entitled|of|under|from)\b|,[^.;]{0,40}, of\b"
)
_SECTION_AFTER = regex(
    r",? (?:of|in) section (?P<label>[IVX]+|[A-Z])\b"
    r"(?=,? (?:above|below|of (?:the present|this))|[,;.])(?! of)"
)
_SECTION_BEFORE = regex(r"\b[Ss]ection (?P<label>[IVX]+|[A-Z]),? \Z")


def places(home: Home, references: Sequence[ParagraphReference]) -> list[str]:
    """Return of each reference of a passage where what it names stands.

    ``above``, ``below``, ``present``; ``likely`` where only the likeliest reading makes
    it one of the same text; ``other`` where it is of another text, or nobody knows.
    """
    text = home.within.source.text
    found: list[str] = []
    for at in range(len(references) - 1, -1, -1):
        place = references[at].place
        if not place and at + 1 < len(references):
            between = text[references[at].span.end : references[at + 1].span.start]
            if _JOINED.fullmatch(folded(between)):
                # "paragraphs 3 and paragraph 5 of the present resolution"
                place = found[-1]
        if not place:
            place = "likely" if _likely(home, references, at) else "other"
        found.append("other" if _quoted(home, references[at]) else place)
    return found[::-1]


def section_of(home: Home, reference: ParagraphReference) -> str:
    """Return the section that a reference names beside the paragraph, or nothing."""
    before, after = _around(home, reference)
    found = _SECTION_AFTER.match(after) or _SECTION_BEFORE.search(before)
    return found["label"] if found else ""


def _likely(home: Home, references: Sequence[ParagraphReference], at: int) -> bool:
    if not home.own:
        return False
    reference = references[at]
    before, after = _around(home, reference)
    if _SECTION_AFTER.match(after):
        return True
    if at and references[at - 1].place == "other":
        between = home.within.source.text[
            references[at - 1].span.end : reference.span.start
        ]
        if _JOINED.fullmatch(folded(between)):
            return False
    if _OTHER_AFTER.match(after):
        return False
    return bool(_SECTION_BEFORE.search(before)) or not _OTHER_BEFORE.search(before)


def _around(home: Home, reference: ParagraphReference) -> tuple[str, str]:
    """Return what stands before a reference in its passage, and what stands behind."""
    content, span = home.passage.content, reference.span
    text = home.within.source.text
    before = text[max(content.start, span.start - _REACH) : span.start]
    after = text[span.end : min(content.end, span.end + _REACH)]
    return folded(before), folded(after)


def _quoted(home: Home, reference: ParagraphReference) -> bool:
    content = home.passage.content
    words = folded(home.within.source[content])
    draft = home.within.label == "draft"
    return is_quoted(words, reference.span.start - content.start, draft=draft)
