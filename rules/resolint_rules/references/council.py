"""Citations of resolutions of the Security Council."""

import re

from resolint import Citation, Organ, Passage, Resolution
from resolint.adoption import Number, number
from resolint_rules.once import once

_SHAPES = ("council", "figures", "session")


@once
def passages(resolution: Resolution) -> list[Passage]:
    """Return the passages of a resolution, but for those of its parts."""
    apart = [each.span for each in resolution.parts]
    if not apart:
        return [*resolution.passages]
    return [
        node
        for node in resolution.passages
        if not any(node.span in span for span in apart)
    ]


@once
def citations(resolution: Resolution) -> list[tuple[Passage, Citation]]:
    """Return all that a resolution cites, but for its parts, and where."""
    found = [
        (node, cited)
        for node in passages(resolution)
        for cited in node.inline
        if isinstance(cited, Citation)
    ]
    return sorted(found, key=lambda each: each[1].span)


def council_number(cited: Citation) -> Number | None:
    """Return the number of a resolution of the Security Council, taken apart.

    None if another body adopted it, or if nobody can be sure.
    """
    found = number(" ".join(cited.number.split()))
    if cited.kind != "resolution" or found.shape not in _SHAPES:
        return None
    return found if cited.organ is Organ.SC else None


def year_at(text: str) -> tuple[int, int] | None:
    """Return where in a number, ``1325 (2000)``, the year stands."""
    found = re.search(r"\((\d{4})\)", text)
    return found.span(1) if found else None
