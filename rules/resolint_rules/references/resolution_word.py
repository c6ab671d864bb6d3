"""The word before the numbers of resolutions."""

from collections.abc import Iterator

from resolint import (
    Citation,
    Diagnostic,
    Fix,
    Passage,
    Resolution,
    Rule,
    Safety,
    Severity,
)
from resolint.regex import regex
from resolint_rules.references.rows import Row, composite, rows
from resolint_rules.references.words import quoted, text_of

_OURS = regex(r"(?:E?S-?)?\d")
_FIGURES = regex(r"\d{1,4}")
# What may be a further member of a list, however far behind.
_MORE = regex(
    r"\d/\d|\d ?\(|\d{1,3}/|\bto \d|[\d)], \d"
    r"|\band (?:(?:its|the|all|any|other|subsequent|previous|relevant|several) )*"
    r"(?:\d|(?:subsequent|previous|other|relevant|later|earlier|related)\b)"
)


class ResolutionWord(Rule[Passage]):
    """A word in the singular before several numbers, or in the plural before one."""

    code = "REF017"
    name = "resolution-number"
    severity = Severity.INFO
    cites = (Citation,)

    def check(self, node: Passage, within: Resolution) -> Iterator[Diagnostic]:
        """Want “resolution” before one number, and “resolutions” before several."""
        if not node.citations:
            return
        text = text_of(node, within)
        lists = list(rows(node, within)) if text else []
        for index, row in enumerate(lists):
            # Bare figures may be anything's: a page, an annex, a day.
            if any(_FIGURES.fullmatch(each.number) for each in row.members):
                continue
            until = lists[index + 1].word.start if index + 1 < len(lists) else None
            several = len(row.members) > 1
            if several is row.several:
                continue
            start = row.word.start - node.content.start
            if quoted(text, start, node, within):
                continue
            if row.several and not self._alone(row, node, text, until):
                continue
            word = within.source[row.word]
            right = f"{word}s" if several else word.removesuffix("s")
            count = "several" if several else "a single one"
            yield self.at(
                row.word,
                f"{node.locator} should have “{right}”, not “{word}”, before {count}",
                Fix.replace(row.word, right, Safety.UNSAFE),
            )

    def _alone(self, row: Row, node: Passage, text: str, until: int | None) -> bool:
        """Whether no other number can be meant by a word in the plural."""
        first = row.members[0].span.start - node.content.start
        # “resolutions GC(64)/RES/3” are another body's, which numbers otherwise.
        if text[row.word.end - node.content.start : first].strip():
            return False
        if not _OURS.match(row.members[0].number):
            return False
        end = row.span.end - node.content.start
        stop = len(text) if until is None else until - node.content.start
        behind = text[end:stop]
        return row.closed and not composite(row.members[0]) and not _MORE.search(behind)
