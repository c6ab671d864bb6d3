"""The annexes of a text, and where it speaks of annexes."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from resolint import (
    Annex,
    Field,
    Footnote,
    Heading,
    Other,
    Passage,
    Resolution,
    Span,
    Style,
    Title,
)
from resolint.grammar.space import folded
from resolint.regex import regex
from resolint_rules.counting import numerals, roman
from resolint_rules.patterns import Pattern

_SHOUTED = regex(r"NNEX|PPENDI")
HEAD = regex(r"\W*(?P<word>annex|appendix)\b", re.I)
PRESENT = r"(?:the present|this|the current|the) (?:draft )?(?:resolution|decision)"
LABEL = r"(?:[IVX]+|\d{1,2}|[A-Z])"
MENTION = Pattern(
    rf"(?i:\b(?P<word>annex(?:es|ed)?|appendix|appendices))\b"
    rf"(?P<labels> {LABEL}(?:(?:, | and | to | or |–|-){LABEL})*\b)?"
    r"(?P<after>[^;]{0,60})",
    needles=("annex", "appendi"),
)
# "annex II to the present resolution", "annexed hereto"
OWN_AFTER = regex(
    rf"(?:,[^,]*,)? (?:(?:to|of|in) {PRESENT}(?! \d)|hereto\b|herewith\b|below\b)"
)
OWN_BEFORE = regex(
    rf"{PRESENT} and (?:in )?(?:its|the) \Z|\b(?:attached|accompanying|present) \Z"
)
# "annexed to that resolution", "the annex thereto", "resolution 71/146, annex"
OTHERS_AFTER = regex(r"(?:,[^,]*,)? (?:to|of|in)\b| thereto\b| thereof\b")
OTHERS_BEFORE = regex(
    r"(?:[\d)*A-Z]|\bits|\btheir|\bAgreement|\b(?:as )?an(?: \w+)?),? \Z|/\Z"
)
FAR = 60
SPAN = regex(r"(?: to |–|-)")
EACH = regex(LABEL)


class Mention(NamedTuple):
    """A place where a text speaks of an annex that is, or may be, its own."""

    passage: Passage
    span: Span
    sure: bool
    """Whether it says that the annex is one of the present resolution."""
    labels: frozenset[str]
    """Which annexes it names, in roman figures; none where it says *the annex*."""


def annexes(node: Resolution) -> list[Annex]:
    """Return the annexes of a resolution and of its parts, without appendices."""
    return [
        annex
        for each in _resolutions(node)
        for annex in each.annexes
        if word(node, annex) == "annex"
    ]


def word(node: Resolution, annex: Annex) -> str:
    """Return what the heading of an annex calls it: ``annex`` or ``appendix``."""
    found = HEAD.match(node.source[annex.heading.span])
    return found["word"].lower() if found else ""


def mentions(node: Resolution) -> Iterator[Mention]:
    """Yield where a resolution, with its parts, speaks of annexes of its own."""
    inside = [annex.span for each in _resolutions(node) for annex in each.annexes]
    for passage in node.passages:
        text = folded(node.source[passage.content])
        if "nnex" not in text and "ppendi" not in text and not _SHOUTED.search(text):
            continue
        if isinstance(passage, Field | Title):
            continue
        if any(passage.span in span for span in inside):
            continue
        for found in MENTION.finditer(text):
            yield from _judged(passage, text, found)


def _judged(passage: Passage, text: str, found: re.Match[str]) -> Iterator[Mention]:
    before = text[max(0, found.start() - FAR) : found.start()]
    after = found["after"]
    own = OWN_AFTER.match(after) or OWN_BEFORE.search(before)
    if not own and (OTHERS_AFTER.match(after) or OTHERS_BEFORE.search(before)):
        return
    if isinstance(passage, Footnote) and not own and before[-4:].lower() != "see ":
        return
    end = found.end("labels") if found["labels"] else found.end("word")
    yield Mention(
        passage=passage,
        span=Span(found.start(), end).shift(passage.content.start),
        sure=own is not None,
        labels=frozenset(_labels(found["labels"] or "")),
    )


def _labels(words: str) -> Iterator[str]:
    """Yield the labels that some words name, those of a range between them too."""
    named = [_roman(label) for label in EACH.findall(words)]
    yield from named
    counts = [roman(label) for label in named]
    if SPAN.search(words) and len(counts) > 1 and counts[0] and counts[-1]:
        for number in range(counts[0], counts[-1]):
            yield _roman(str(number))


def _roman(label: str) -> str:
    """Return a label in roman figures: ``II`` for ``2``."""
    if label.isdigit() and 0 < int(label) < len(numerals()):
        return numerals()[int(label) - 1].upper()
    return label


def label(annex: Annex) -> str:
    """Return the label of an annex in roman figures; empty where it has none."""
    return _roman(annex.heading.label)


def unread(node: Resolution) -> bool:
    """Whether behind the operative part there is text that may be an annex.

    Its heading may be missing, or be one that the grammar does not know.
    """
    source = node.source
    paragraphs = [line for each in _resolutions(node) for line in each.operative]
    last = max((line.span.start for line in paragraphs), default=0)
    vote = node.closing.field("vote")
    # The names of those who voted go on up to the closing bracket.
    votes = Span(0, 0)
    if vote is not None:
        end = source.text.find("]", vote.span.start)
        votes = Span(vote.span.start, end if end >= 0 else len(source.text))
    for passage in node.walk():
        loose = isinstance(passage, Other | Heading) and passage.span.start > last
        if loose and not passage.span.meets(votes):
            return True
    return any(
        HEAD.match(source[block.span][:40]) or block.style is Style.TABLE
        for block in source.blocks
        if block.span.start > last and block.style is not Style.NOTE
    )


def _resolutions(node: Resolution) -> list[Resolution]:
    return [node, *(each for part in node.parts for each in _resolutions(part))]
