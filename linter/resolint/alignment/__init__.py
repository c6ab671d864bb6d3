"""Two texts of one document: which words of the later stood in the earlier, and where.

Blocks belong together that are made of the same paragraphs of the file, or say the
same, or say nearly the same; within them words are compared. The number at the head
of a block is the same word whatever it is.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from resolint.alignment.groups import MARKER, Group, Word, together
from resolint.regex import regex
from resolint.text import Block, Source, Span

_WORD = regex(r"\w+|[^\w\s]")
_PRODUCT = 1_000_000
_BUDGET = 10_000_000
"""How much comparing is worth while: beyond it words count as changed."""


class Alignment:
    """Where what a later text says stood in an earlier one."""

    def __init__(self, before: Source, after: Source) -> None:
        self._before, self._after = before, after
        groups = together(before, after)
        self._of_before = {
            id(b): n for n, each in enumerate(groups) for b in each.before
        }
        self._of_after = {id(b): n for n, each in enumerate(groups) for b in each.after}
        self._groups = groups
        self._starts = tuple(
            [block.span.start for block in source.blocks] for source in (before, after)
        )
        budget = _BUDGET
        for each in groups:
            if each.before and each.after:
                budget -= _compare(each, before, after, budget)

    def group(self, span: Span) -> int | None:
        """Return which blocks a span of the later text begins in."""
        block = _block(self._after, self._starts[1], span)
        return None if block is None else self._of_after[id(block)]

    def group_before(self, span: Span) -> int | None:
        """Return which blocks a span of the earlier text begins in."""
        block = _block(self._before, self._starts[0], span)
        return None if block is None else self._of_before[id(block)]

    def stood(self, span: Span) -> list[Span]:
        """Return where the words of a span stood; nothing if any of them is new.

        White space before the first of them, or after the last, is the white space
        that stood there: however wide it was, never a word beyond it. An empty span
        may have stood after the word before it, and before the word after it. Of a
        span over several blocks the first and the last are looked at.
        """
        first = _block(self._after, self._starts[1], span)
        if first is None or span.end <= first.span.end:
            return self._stood(span)
        last = _block(self._after, self._starts[1], Span(span.end, span.end))
        if last is None or last is first:
            return self._stood(Span(span.start, first.span.end))
        starts = self._stood(Span(span.start, first.span.end))
        ends = self._stood(Span(last.span.start, span.end))
        return [
            Span(start.start, end.end)
            for start in starts
            for end in ends
            if start.start <= end.end
        ]

    def _stood(self, span: Span) -> list[Span]:
        number = self.group(span)
        group = None if number is None else self._groups[number]
        if group is None or not group.stood:
            return []
        first = bisect_right(group.starts, span.start) - 1
        if first < 0 or group.words[first].end <= span.start:
            first += 1
        last = bisect_left(group.starts, span.end) - 1
        if first > last:
            return [*self._between(group, last, span)]
        whole = group.places[first : last + 1]
        if -1 in whole or whole[-1] - whole[0] != last - first:
            return []
        start, end = group.stood[first], group.stood[last]
        if start is None or end is None:
            return []
        head, tail = group.words[first], group.words[last]
        if span.start < head.start:
            at = start.start - self._spread(head.start, start.start, -1, span.start)
        else:
            into = span.start - head.start
            at = start.start + min(into, start.end - start.start - 1)
        if span.end > tail.end:
            stop = end.end + self._spread(tail.end, end.end, 1, span.end)
        else:
            stop = end.end - (tail.end - span.end)
        return [Span(at, max(at, stop))]

    def _spread(self, now: int, was: int, way: int, reach: int) -> int:
        """Return how far into the white space beside a word a span went before.

        ``now`` and ``was`` are where the word begins or ends, ``reach`` is where the
        span does. All of what is there now was all that was there; of a part it is as
        much as there was.
        """
        there = _room(self._after.text, now, way)
        far = _room(self._before.text, was, way)
        return far if abs(reach - now) >= there else min(abs(reach - now), far)

    def share(self, span: Span) -> tuple[int, int]:
        """Return how many words of a span stood in the earlier text, and how many not.

        Words that were there in another order count as those that were.
        """
        number = self.group(span)
        group = None if number is None else self._groups[number]
        if group is None:
            return 0, 0
        first = bisect_left(group.starts, span.start)
        last = bisect_left(group.starts, span.end)
        kept = sum(each is not None for each in group.stood[first:last])
        return kept, last - first - kept

    def _between(self, group: Group, left: int, span: Span) -> Iterator[Span]:
        """Yield where a span without words stood: the white space between two."""
        sides = []
        if left >= 0 and (word := group.stood[left]) is not None:
            sides.append(word.end + span.start - group.words[left].end)
        right = left + 1
        if right < len(group.words) and (word := group.stood[right]) is not None:
            sides.append(word.start - (group.words[right].start - span.start))
        for at in dict.fromkeys(sides):
            there = Span(at, at + len(span))
            if at >= 0 and self._before[there] == self._after[span]:
                yield there


def _room(text: str, at: int, way: int) -> int:
    """Return how much white space of the line stands after a place, or before it."""
    room = 0
    while True:
        look = at + room if way > 0 else at - room - 1
        if not 0 <= look < len(text) or text[look] == "\n" or not text[look].isspace():
            return room
        room += 1


def _block(source: Source, starts: Sequence[int], span: Span) -> Block | None:
    at = bisect_right(starts, span.start) - 1
    block = source.blocks[at] if at >= 0 else None
    return block if block is not None and span.start <= block.span.end else None


def _words(source: Source, blocks: list[Block]) -> list[Word]:
    found: list[Word] = []
    for block in sorted(blocks, key=lambda each: each.span):
        marker = MARKER.match(source.text, block.span.start, block.span.end)
        for match in _WORD.finditer(source.text, block.span.start, block.span.end):
            number = marker is not None and match.start() == marker.start(1)
            found.append(Word(*match.span(), "#" if number else match[0]))
    return found


def _compare(group: Group, before: Source, after: Source, budget: int) -> int:
    """Find which words of the later text stood in the earlier; return the effort."""
    olds, news = _words(before, group.before), _words(after, group.after)
    a, b = [each.text for each in olds], [each.text for each in news]
    least = min(len(a), len(b))
    head = next((i for i in range(least) if a[i] != b[i]), least)
    least -= head
    tail = next((i for i in range(least) if a[-1 - i] != b[-1 - i]), least)
    places = [*range(head), *[-1] * (len(b) - head - tail)]
    places += range(len(a) - tail, len(a))
    effort = (len(a) - head - tail) * (len(b) - head - tail)
    if effort <= min(budget, _PRODUCT):
        from difflib import SequenceMatcher

        matcher = SequenceMatcher(
            None, a[head : len(a) - tail], b[head : len(b) - tail]
        )
        for old, new, length in matcher.get_matching_blocks():
            for index in range(length):
                places[head + new + index] = head + old + index
    else:
        effort = 0
    group.words = news
    group.starts = [each.start for each in news]
    group.places = places
    group.stood = [None if at < 0 else olds[at] for at in places]
    return effort
