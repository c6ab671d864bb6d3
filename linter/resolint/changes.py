"""What changes brought about: the findings of a text that it had not before.

A finding was there before if the same rule said the same of the same words. Other words
around them, and other numbers, make it no other: that paragraph 5 is now paragraph 6 is
nobody's fault.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import NamedTuple

from resolint.alignment import Alignment
from resolint.diagnostic import Diagnostic
from resolint.regex import regex
from resolint.text import Source, Span

_NUMBER = regex(
    r"""
    \d+
    | (?<=\()[a-z]{1,5}(?=\)) | (?<=“)[a-z]{1,5}(?=[.)]”)
    | \b[a-z-]*(?:first|second|third|fifth|eighth|ninth|twelfth
        | (?:four|six|seven|ten|eleven|teen|tie|hundred)th)\b
    """,
    re.VERBOSE,
)
"""What in a message may say which paragraph it is: ``3``, ``(b)``, ``twenty-first``."""
_FEW = 4
_MOST = 0.75
"""How many words of a long finding must have stood before."""


class Checked(NamedTuple):
    """A text, and what was found in it."""

    source: Source
    found: Sequence[Diagnostic]


def brought_about(before: Checked, after: Checked) -> list[Diagnostic]:
    """Return the findings of a text that the text before its changes had not."""
    alignment = Alignment(before.source, after.source)
    known = _Known(before, after, alignment)
    new = list(after.found)
    # The surest likeness first, so that no finding takes the place of another.
    for known_by in (known.words, known.same_words, known.much, known.whole):
        new = [each for each in new if not known_by(each)]
    return new


class _Known:
    """The findings of the earlier text, each of which accounts for one of the later."""

    def __init__(self, before: Checked, after: Checked, alignment: Alignment) -> None:
        self.before, self.after, self.alignment = before, after, alignment
        self.left: dict[int, Diagnostic] = dict(enumerate(before.found))
        self.by_span = self._index(lambda each: each.span)
        self.by_words = self._index(
            lambda each: (
                alignment.group_before(each.span),
                before.source[each.span],
            )
        )
        self.by_group = self._index(lambda each: alignment.group_before(each.span))
        self.by_said = self._index(lambda each: None)
        self.turned: Alignment | None = None

    def _index(
        self, key: Callable[[Diagnostic], Hashable]
    ) -> dict[Hashable, list[int]]:
        index: dict[Hashable, list[int]] = defaultdict(list)
        for number, each in self.left.items():
            index[(*_said(each), key(each))].append(number)
        return index

    def words(self, new: Diagnostic) -> bool:
        """Whether the same was found at the very words."""
        return any(
            self._take(self.by_span.get((*_said(new), span), ()))
            for span in self.alignment.stood(new.span)
        )

    def same_words(self, new: Diagnostic) -> bool:
        """Whether the same was found at such words of the same paragraph."""
        words = self.after.source[new.span]
        key = self.alignment.group(new.span), words
        return bool(words) and self._take(self.by_words.get((*_said(new), key), ()))

    def much(self, new: Diagnostic) -> bool:
        """Whether the same was found at the end, or at much, of the same paragraph."""
        key = self.alignment.group(new.span)
        if key is None:
            return False
        kept, changed = self.alignment.share(new.span)
        long = kept + changed >= _FEW and kept >= _MOST * (kept + changed)
        ends = _ends(self.after.source, new.span)
        return (long or ends) and self._take(
            number
            for number in self.by_group.get((*_said(new), key), ())
            if number in self.left
            and (long or _ends(self.before.source, self.left[number].span))
        )

    def whole(self, new: Diagnostic) -> bool:
        """Whether the same was found of the document, and was told elsewhere.

        What names no place, and has left words that are as they were, or come to
        such, is what the document lacks, and not what these words do wrong.
        """
        if _NUMBER.search(new.message):
            return False
        numbers = self.by_said.get((*_said(new), None), ())
        if not any(number in self.left for number in numbers):
            return False
        if self.alignment.stood(new.span):
            return self._take(numbers)
        if self.turned is None:
            self.turned = Alignment(self.after.source, self.before.source)
        turned = self.turned
        return self._take(
            number
            for number in numbers
            if number in self.left and turned.stood(self.left[number].span)
        )

    def _take(self, numbers: Iterable[int]) -> bool:
        """Whether one of some findings is left; it is not any more."""
        number = next((each for each in numbers if each in self.left), None)
        if number is not None:
            del self.left[number]
        return number is not None


def _said(finding: Diagnostic) -> tuple[str, str]:
    return finding.code, _NUMBER.sub("#", finding.message)


def _ends(source: Source, span: Span) -> bool:
    """Whether a span is the last mark of a block, or the place after it."""
    return len(span) <= 1 and (
        span.end == len(source.text) or source.text[span.end] == "\n"
    )
