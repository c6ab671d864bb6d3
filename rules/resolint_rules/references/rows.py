"""Lists of citations: what stands behind one word *resolution*."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from resolint import Citation, Passage, Resolution, Span
from resolint.adoption import number
from resolint.grammar.space import folded
from resolint.regex import regex

# What stands between two numbers of a list; the names of the acts may be given.
_JOIN = regex(
    r"(?:,? entitled [“\"][^“”\"]{1,250}[”\"])?"
    r"(?:,? (?:annex(?:es)?|section|part|paras?\.|paragraphs?)(?: [\dA-Z]{1,5})?)?"
    r"(?:[,;] ?(?:and |or )?| (?:and|or|to|through|as well as) )"
)
SEVERAL = regex(r" [A-Z]+(?:, | and | or | to |-|–)")
"""The letters of the parts of a composite resolution: they are several."""


class Row(NamedTuple):
    """A list: its first member has the word before it."""

    members: tuple[Citation, ...]
    word: Span
    """The word *resolution*, or *decisions*."""
    several: bool
    """Whether the word is in the plural."""
    closed: bool
    """Whether no more members stand behind descriptions of those before."""

    @property
    def span(self) -> Span:
        """From the first number to the last, or its date."""
        last = self.members[-1]
        return Span(self.members[0].span.start, (last.text or last.span).end)


def rows(node: Passage, within: Resolution) -> Iterator[Row]:
    """Yield the lists of citations of a passage."""
    cited = node.citations
    heads = [index for index, each in enumerate(cited) if _is_head(each)]
    for index, at in enumerate(heads):
        until = heads[index + 1] if index + 1 < len(heads) else len(cited)
        members = [cited[at]]
        for each in cited[at + 1 : until]:
            before = members[-1].text or members[-1].span
            between = within.source.text[before.end : each.span.start]
            if not _JOIN.fullmatch(folded(between)):
                break
            members.append(each)
        head = members[0].text
        assert head is not None
        words = folded(within.source[head])
        word = re.match(r"[Rr]esolutions?|[Dd]ecisions?|[Rr]es\.|UNSCR?", words)
        if word:
            span = Span(head.start, head.start + word.end())
            closed = len(members) == until - at
            yield Row(tuple(members), span, word[0].endswith("s"), closed)


def _is_head(cited: Citation) -> bool:
    return cited.text is not None and cited.text.start < cited.span.start


def composite(cited: Citation) -> bool:
    """Whether a number names several parts of a resolution: ``78/254 A and B``."""
    return bool(SEVERAL.search(folded(cited.number)))


def order(cited: Citation) -> tuple[int, int] | None:
    """Return what a citation is put in order by: session, or year, and number."""
    found = number(" ".join(folded(cited.number).split()))
    match found.shape:
        case "council":
            return found.session, found.number
        case "roman" | "session" | "year" if found.session:
            return found.session, found.number
    return None
