"""What numbers are to become, and all that has to be written for it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from resolint.builder.items import letters, numeral, roman
from resolint.engine import understood
from resolint.mentions import Counted, Mention, mentions, row, rows
from resolint.readers import UnreadableError, read_text
from resolint.server.analysis import Analysis
from resolint.server.written import written

MOST = 999
"""No paragraph has a higher number."""
Raw = tuple[int, int]
UNWRITTEN = "is counted by the file, or divided by markup: it cannot be written anew"


class RefusedError(Exception):
    """Something that cannot be renamed, or not so; the message is for the user."""


def beside(analysis: Analysis, one: Counted) -> tuple[Counted, ...]:
    """Return the row of numbers or letters that one is in."""
    assert analysis.resolution is not None
    for siblings in rows(analysis.resolution):
        for each in siblings:
            if each.node is one.node:
                return row(siblings, each)
    return (one,)


def counts(siblings: Sequence[Counted]) -> str:
    """Return what a row counts with: ``figure``, ``letter`` or ``roman``, or nothing.

    (i) after (h) is a letter, before (ii) a roman number; alone it is a number.
    """
    values = [each.marker.value for each in siblings]
    if all(value.isdigit() for value in values):
        return "figure"
    best, kind = 0, ""
    for name in ("roman", "letter"):
        if any(ordinal(value, name) is None for value in values):
            continue
        numbers = [ordinal(value, name) or 0 for value in values]
        follow = sum(b == a + 1 for a, b in pairwise(numbers))
        score = 1 + 2 * follow + (numbers[0] == 1)
        if score > best:
            best, kind = score, name
    return kind


def ordinal(value: str, kind: str) -> int | None:
    """Return which one a number or a letter is; None where it is none of its kind."""
    match kind:
        case "figure":
            return int(value) if value.isdecimal() and value.isascii() else None
        case "roman":
            return roman(value)
        case "letter":
            return letters(value) if value.isascii() else None
    return None


def numbered(number: int, kind: str, like: str) -> str:
    """Return a number as a row writes it, in capitals if another one is."""
    match kind:
        case "figure":
            return str(number)
        case "roman":
            made = numeral(number)
        case _:
            made = chr(97 + (number - 1) % 26) * (1 + (number - 1) // 26)
    return made.upper() if like.isupper() else made


def following(
    siblings: Sequence[Counted], kind: str, first: int, at: int
) -> dict[Counted, str]:
    """Return what those from one on become if that one has a number.

    ``3 bis`` keeps to the number before it.
    """
    new: dict[Counted, str] = {}
    number = first - 1
    for index, each in enumerate(siblings[at:]):
        if index == 0 or not each.added:
            number += 1
        new[each] = numbered(number, kind, each.marker.value)
    if number > MOST:
        raise RefusedError(
            f"the last paragraph would be {number}: {MOST} is the highest"
        )
    return {each: value for each, value in new.items() if value != each.marker.value}


def edited(analysis: Analysis, new: Mapping[Counted, str]) -> list[tuple[Raw, str]]:
    """Return what to write so that paragraphs have new numbers, and references follow.

    It is read again before it is given: every reference still names what it named.
    Raises `RefusedError` where that cannot be had.
    """
    assert analysis.source is not None and analysis.resolution is not None
    source = analysis.source
    wanted = {id(each.node): value for each, value in new.items()}
    edits: dict[Raw, str] = {}
    for each, value in new.items():
        place = written(source, each.value)
        if place is None:
            raise RefusedError(f"the number of {each.node.locator} {UNWRITTEN}")
        edits[place] = value
    for mention in analysis.mentions:
        if not mention.written:
            continue
        values = {wanted.get(id(each.node)) for each in mention.targets}
        if values <= {None}:
            continue
        if len(values) > 1 or len(mention.targets) > 1:
            raise RefusedError(
                f"{mention.passage.locator} names "
                f"{mention.targets[0].node.locator}, of which there are "
                f"{len(mention.targets)}: nobody can tell which is meant"
            )
        place = written(source, mention.span)
        if place is None:
            raise RefusedError(
                f"a reference in {mention.passage.locator} is divided by markup: "
                "it could not follow"
            )
        edits[place] = next(each for each in values if each)
    made = sorted(edits.items())
    _prove(analysis, source.spliced(made), new)
    return made


def _prove(analysis: Analysis, raw: str, new: Mapping[Counted, str]) -> None:
    """Read a text again, and see that each reference names what it named."""
    assert analysis.source is not None and analysis.resolution is not None
    settings = analysis.analyst.settings
    try:
        resolution = understood(
            read_text(raw, analysis.source.name),
            profile=settings.profile,
            stage=settings.stage,
            as_of=settings["as-of"],
        )
    except UnreadableError as error:
        raise RefusedError(str(error)) from error
    wanted = {id(each.node): value for each, value in new.items()}
    before = [*_all(rows(analysis.resolution))]
    after = [*_all(rows(resolution))]
    due = [wanted.get(id(each.node), each.marker.value) for each in before]
    if due != [each.marker.value for each in after]:
        raise RefusedError("with such numbers the paragraphs would be read otherwise")
    said = mentions(resolution)
    then, now = _named(analysis.mentions, before), _named(said, after)
    for at, mention in enumerate(said):
        if at >= len(then) or then[at] != now[at]:
            raise RefusedError(
                f"a reference in {mention.passage.locator} would then name another "
                "paragraph than now"
            )
    if len(then) != len(now):
        raise RefusedError("with such numbers a reference would name nothing")


def _all(siblings: Iterable[Sequence[Counted]]) -> Iterator[Counted]:
    for each in siblings:
        yield from each


def _named(said: Iterable[Mention], known: Sequence[Counted]) -> list[set[int]]:
    """Return which of all that is counted each reference names, in order."""
    places = {id(each.node): at for at, each in enumerate(known)}
    return [{places[id(each.node)] for each in mention.targets} for mention in said]
