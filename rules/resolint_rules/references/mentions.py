"""Which resolutions a text cites, in their order, and which it has cited before."""

import re
from typing import NamedTuple

from resolint import Citation, Organ, Paragraph, Resolution
from resolint.adoption import Number, number, possible
from resolint.regex import regex
from resolint_rules.once import once
from resolint_rules.references.council import citations

_LETTERS = regex(r"(?<=\d) [A-Z](?![a-z-]).*")
_RANGE = regex(r" to |[-–]")
_FAR = 10
"""So much of a list may share the date behind its last member."""


class Mentioned(NamedTuple):
    """A citation in a paragraph."""

    paragraph: Paragraph
    cited: Citation
    organ: Organ
    printed: str
    """Its number as it should be printed; of early ones without the session."""
    first: "Mentioned | None"
    """Where the text cites the act first; None if it is here."""
    new: bool
    """Whether no other body's act of this number is cited before."""
    following: tuple[Citation, ...]
    """What the paragraph cites after it."""


@once
def mentioned(resolution: Resolution) -> list[Mentioned]:
    """Return what the paragraphs of a resolution cite, but for those of its parts."""
    rows = [
        (paragraph, cited)
        for paragraph, cited in citations(resolution)
        if isinstance(paragraph, Paragraph)
    ]
    first: dict[tuple[Organ, str, str], Mentioned] = {}
    said: dict[tuple[str, str], frozenset[str]] = {}
    found: list[Mentioned] = []
    for index, (paragraph, cited) in enumerate(rows):
        parts = number(" ".join(cited.number.split()))
        # Where the numeral is misspelled the number still says which one it is.
        printed = parts.normal.partition("(")[0] if _runs(parts) else parts.normal
        if parts.shape == "roman" and not printed:
            printed = f"{parts.number} "
        act, letters = _lettered(printed)
        known = said.get((cited.kind, act))
        new = known is None or not (letters <= known or "" in known or "" in letters)
        said[cited.kind, act] = letters | (known or frozenset())
        if cited.organ is None or not printed:
            continue
        if not (_runs(parts) or possible(cited.organ, parts)):
            continue
        following = tuple(
            after
            for other, after in rows[index + 1 : index + _FAR]
            if other is paragraph
        )
        key = (cited.organ, cited.kind, printed)
        each = Mentioned(
            paragraph=paragraph,
            cited=cited,
            organ=cited.organ,
            printed=printed,
            first=first.get(key),
            new=new,
            following=following,
        )
        first.setdefault(key, each)
        found.append(each)
    return found


def _lettered(printed: str) -> tuple[str, frozenset[str]]:
    """Return a number without the letters of its parts, and those, or none of them."""
    found = _LETTERS.search(printed)
    if found is None:
        return printed, frozenset([""])
    letters = re.findall(r"[A-Z]", found[0])
    if _RANGE.search(found[0]):
        first, last = ord(letters[0]), ord(letters[-1])
        letters = [chr(each) for each in range(first, last + 1)]
    return printed[: found.start()].strip(), frozenset(letters)


def _runs(parts: Number) -> bool:
    """Whether the number alone, without its session, says which act it is."""
    return parts.shape == "roman"
