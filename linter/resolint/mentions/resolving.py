"""From references to what they name."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from resolint.builder.items import roman
from resolint.document import Heading, ParagraphReference, Passage, Resolution
from resolint.mentions.counting import Counted, row
from resolint.mentions.homes import Home, Row, homes
from resolint.mentions.places import OWN, places, section_of
from resolint.mentions.reading import Letter, Member, items_named, members
from resolint.text import Span


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Mention:
    """A number or a letter in a reference, and what it names."""

    span: Span
    """The figures or letters; of what lies between two ends, the whole range."""
    around: Span
    """The whole reference."""
    passage: Passage
    """What it stands in."""
    targets: tuple[Counted, ...]
    """None where there is no such paragraph; several where it cannot be told which."""
    written: bool = True
    """Whether it is printed: those between the ends of a range are not."""
    last: bool = True
    """Whether no letter behind it says which item is meant."""


def mentions(resolution: Resolution) -> tuple[Mention, ...]:
    """Return all that a document mentions of its own paragraphs, passage by passage.

    What speaks of other texts is left out.
    """
    return tuple(mention for home in homes(resolution) for mention in _of(home))


def _of(home: Home) -> Iterator[Mention]:
    references = [
        each for each in home.passage.inline if isinstance(each, ParagraphReference)
    ]
    for reference, place in zip(references, places(home, references), strict=True):
        if place in OWN:
            named = members(home.within.source, reference)
            pool = _pool(home, reference, place)
            for mention in _numbers(home, reference.span, place, pool, named):
                # What has no such paragraph, and does not say so, is another text.
                if mention.targets or place != "likely":
                    yield mention
    for found in items_named(home.within.source, home.passage.content):
        for siblings in home.lists:
            first = found.letters[0].value
            if any(each.key == first for each in siblings):
                yield from _letters(home, found.span, [siblings], found.letters)
                break


def _pool(home: Home, reference: ParagraphReference, place: str) -> Row:
    """Return the paragraphs that a reference may name."""
    numbers = any(each.key[0].isdigit() for each in home.text)
    pool = home.text if numbers and place != "present" else home.paragraphs
    label = section_of(home, reference)
    if not label or pool is not home.paragraphs:
        return pool
    headings = [each for each in home.within.headings if each.label]
    begins = [each for each in headings if each.label == label]
    if len(begins) != 1:
        return ()
    start = begins[0].span.start
    end = min(
        (
            each.span.start
            for each in headings
            if each.span.start > start and _rank(each) <= _rank(begins[0])
        ),
        default=home.within.span.end,
    )
    return tuple(each for each in pool if start < each.node.span.start < end)


def _rank(heading: Heading) -> int:
    return 0 if roman(heading.label) else 1


def _numbers(
    home: Home, around: Span, place: str, pool: Row, named: Sequence[Member]
) -> Iterator[Mention]:
    before: tuple[Counted, ...] = ()
    for at, member in enumerate(named):
        found = _found(home, place, pool, member.value)
        if member.ranged and len(before) == len(found) == 1:
            span = Span(named[at - 1].span.start, member.span.end)
            for between in _between(pool, before[0], found[0]):
                yield Mention(
                    span=span,
                    around=around,
                    passage=home.passage,
                    targets=(between,),
                    written=False,
                )
        yield Mention(
            span=member.span,
            around=around,
            passage=home.passage,
            targets=found,
            last=not member.letters,
        )
        if member.letters:
            lists = [each.items for each in found]
            yield from _letters(home, around, lists, member.letters)
        before = found


def _found(home: Home, place: str, pool: Row, key: str) -> tuple[Counted, ...]:
    """Return the paragraphs of a number that a reference may mean."""
    found = [each for each in pool if each.key == key]
    here = home.passage.span.start
    if place == "above":
        found = [each for each in found if each.node.span.start <= here] or found
    elif place == "below":
        found = [each for each in found if each.node.span.start > here] or found
    if len(found) < 2:
        return tuple(found)
    run = home.top.run if home.top else -1
    same = [each for each in found if each.run == run]
    if not same and place in ("above", "below"):
        nearest = found[-1] if place == "above" else found[0]
        same = [each for each in found if each.run == nearest.run]
    return tuple(same or found)


def _between(pool: Sequence[Counted], first: Counted, last: Counted) -> Row:
    """Return what lies between the two ends of a range."""
    start, end = first.node.span.start, last.node.span.start
    return tuple(
        each for each in row(pool, first) if start < each.node.span.start < end
    )


def _letters(
    home: Home, around: Span, lists: Sequence[Row], letters: Sequence[Letter]
) -> Iterator[Mention]:
    """Yield the items that letters behind a number name.

    (a) (ii) is an item of an item, and (b) in “(a) (ii) and (b)” one of the paragraph.
    """
    paths = [[siblings] for siblings in lists]
    last: list[Counted] = []
    for at, letter in enumerate(letters):
        found: list[Counted] = []
        for path in paths:
            if letter.joint == "" and at and path:
                path.append(_below(path[-1], letters[at - 1].value))
            while path:
                chosen = [each for each in path[-1] if each.key == letter.value]
                if chosen or letter.joint == "" or len(path) == 1:
                    found += chosen
                    break
                path.pop()
        if letter.ranged and len(last) == len(found) == 1:
            span = Span(letters[at - 1].span.start, letter.span.end)
            for between in _between(paths[0][-1], last[0], found[0]):
                yield Mention(
                    span=span,
                    around=around,
                    passage=home.passage,
                    targets=(between,),
                    written=False,
                )
        follows = letters[at + 1].joint if at + 1 < len(letters) else "end"
        yield Mention(
            span=letter.span,
            around=around,
            passage=home.passage,
            targets=tuple(found),
            last=follows != "",
        )
        last = found


def _below(siblings: Row, key: str) -> Row:
    """Return the items of the one that was named last; none where there is none."""
    return next((each.items for each in siblings if each.key == key), ())
