"""Opening phrases: the adverb in them, and what they are without it."""

from collections.abc import Sequence
from typing import NamedTuple

from resolint import Edit, Span
from resolint_rules.italics.phrases import complements
from resolint_rules.verbs import adverbs, cased

CYCLE = ("", "also", "further")
"""What paragraphs with the same phrase have one after the other."""
# “Welcoming in this regard” is “Welcoming”.
BETWEEN = (
    *(
        ("in", which, what)
        for which in ("this", "that")
        for what in ("regard", "respect")
    ),
    ("in", "this", "context"),
    ("in", "particular"),
    ("therefore",),
    ("thus",),
)
SPLIT = frozenset({"having", "being"})
"""What the adverb stands right behind: “Having also considered”."""
OWN = frozenset({"its", "their", "it"})
"""What it may stand before: “Reaffirming also its condemnation”."""

LINKS = frozenset({"and", "or", "but"})


class Opener(NamedTuple):
    """The opening phrase of a paragraph."""

    part: str
    italic: bool
    """Whether italics show how long it is."""
    words: tuple[str, ...]
    """As printed: the first words of the paragraph."""
    start: int
    """Where the paragraph begins."""
    places: tuple[tuple[int, int], ...]
    """Where each word stands in it."""
    at: int | None
    """Which word the adverb is, if there is one."""
    size: int
    """How many words the phrase has, the adverb not counted."""
    bases: frozenset[tuple[str, ...]]
    """What it may be without the adverb, in small letters; more than one if the
    words leave it open how far the phrase goes."""

    @property
    def spans(self) -> tuple[Span, ...]:
        """Where each word stands."""
        return tuple(
            Span(self.start + begin, self.start + end) for begin, end in self.places
        )

    @property
    def adverb(self) -> int:
        """Which in the cycle its adverb is: 0 for none."""
        return 0 if self.at is None else CYCLE.index(self.words[self.at].lower())

    @property
    def phrase(self) -> str:
        """The phrase as printed, with its adverb."""
        return " ".join(self.words[: self._count])

    @property
    def span(self) -> Span:
        """Where the phrase stands."""
        return Span(self.spans[0].start, self.spans[self._count - 1].end)

    @property
    def adverb_span(self) -> Span:
        """Where the adverb stands; the phrase where it has none."""
        return self.span if self.at is None else self.spans[self.at]

    @property
    def base(self) -> tuple[str, ...]:
        """The longest that the phrase may be."""
        return max(self.bases, key=len)

    @property
    def loose(self) -> frozenset[tuple[str, ...]]:
        """The same without what may stand in it, and only its first verb."""
        return frozenset(map(_loose, self.bases))

    @property
    def head(self) -> str:
        """Its first word that is no adverb: ``concerned`` of *Deeply concerned*."""
        base = self.base
        return next((word for word in base if word not in adverbs()), base[0])

    @property
    def misplaced(self) -> bool:
        """Whether the adverb stands on the wrong side."""
        if self.at is None:
            return False
        if self.part == "operative":
            return self.at > 0
        if self.at == 0:
            return True
        if self.at >= self.size or self.words[self.at - 1].lower() in SPLIT:
            return False
        return self.words[self.at + 1].lower() not in OWN | complements()

    @property
    def _count(self) -> int:
        return self.size if self.at is None else max(self.size, self.at) + 1

    def with_adverb(self, adverb: int) -> tuple[str, Edit]:
        """Return the phrase with another adverb at the right place, and the edit."""
        old = list(self.words[: self._count])
        new = [word for place, word in enumerate(old) if place != self.at]
        new[0] = new[0][:1].lower() + new[0][1:]
        if adverb:
            kept = self.at is not None and not self.misplaced
            place = self.at if kept and self.at is not None else self._place(new)
            new.insert(place, CYCLE[adverb])
        new[0] = cased(new[0], old[0])
        return " ".join(new), self._edit(old, new)

    def _place(self, base: Sequence[str]) -> int:
        """Return where the adverb goes."""
        if self.part == "operative":
            return 0
        lower = [word.lower() for word in base]
        if lower[0] in SPLIT:
            return 1
        if lower[0] != "expressing" and "its" in lower:
            return lower.index("its")
        return len(base)

    def _edit(self, old: Sequence[str], new: Sequence[str]) -> Edit:
        """Return the smallest edit, of at least one word so that italics stay."""
        most = min(len(old), len(new))
        begin = next((n for n in range(most) if old[n] != new[n]), most)
        most -= begin
        same = next((n for n in range(most) if old[-1 - n] != new[-1 - n]), most)
        end, until = len(old) - same, len(new) - same
        if begin == until:
            left = self.spans[begin - 1].end if begin else self.spans[0].start
            right = self.spans[end - 1].end if begin else self.spans[end].start
            return Edit(Span(left, right), "")
        if begin == end:
            begin, end, until = (
                (begin - 1, end, until) if begin else (begin, end + 1, until + 1)
            )
        span = Span(self.spans[begin].start, self.spans[end - 1].end)
        return Edit(span, " ".join(new[begin:until]))


def _loose(rest: Sequence[str]) -> tuple[str, ...]:
    """Return a phrase without what may stand in it, and only its first verb."""
    base = list(rest)
    for words_between in BETWEEN:
        for place in range(1, len(base)):
            if tuple(base[place : place + len(words_between)]) == words_between:
                del base[place : place + len(words_between)]
                break
    link = next((n for n, word in enumerate(base) if n and word in LINKS), len(base))
    return tuple(base[:link])
