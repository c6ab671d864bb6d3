"""The headings of an operative part, and how the sections below them nest."""

from collections.abc import Collection, Iterator

from resolint.builder.items import roman
from resolint.document import Heading, Resolution
from resolint.grammar.space import plain


def sections(resolution: Resolution) -> Iterator[tuple[list[Heading], int]]:
    """Yield the headings of the operative part, and how deep each section is, from 1.

    Roman numbers are above letters, letters above headings without any. The number of
    a section and its title, on two lines, are one.
    """
    if not resolution.operative:
        return
    begin = resolution.operative[0].heading or resolution.operative[0]
    first = begin.span.start
    parts = {part.label for part in resolution.parts}
    labels = {each.label for each in resolution.headings}
    waiting: Heading | None = None
    for heading in resolution.headings:
        at = heading.span.start
        if waiting is not None:
            if not heading.label:
                yield [waiting, heading], _depth(waiting, labels)
                waiting = None
                continue
            yield [waiting], _depth(waiting, labels)
            waiting = None
        inside = any(part.span.start <= at < part.span.end for part in resolution.parts)
        if inside or (heading.label and heading.label in parts):
            continue
        bare = bool(heading.label) and plain(resolution.source[heading.content]).strip(
            ". "
        ) in ("", heading.label)
        if at < first and not bare and heading is not begin:
            continue
        if bare:
            waiting = heading
        else:
            yield [heading], _depth(heading, labels)
    if waiting is not None:
        yield [waiting], _depth(waiting, labels)


def _depth(heading: Heading, labels: Collection[str]) -> int:
    label = heading.label
    if not label:
        return 3
    # I among G, H, I and C among A, B, C are letters.
    alone = len(label) == 1
    letter = alone and label != "I" and chr(ord(label[0]) - 1) in labels
    counts = roman(label) is not None and (not alone or label in "IVX")
    return 1 if counts and not letter else 2
