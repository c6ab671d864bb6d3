"""Lists of resolutions of the Security Council of which some have their years."""

from collections.abc import Iterator

from resolint import Citation, Passage, Resolution
from resolint.grammar.space import folded
from resolint.regex import regex
from resolint.tables import months
from resolint_rules.references.council import citations, council_number

_JOIN = regex(
    rf"(?:,? of \d{{1,2}} (?:{'|'.join(months())})(?: \d{{4}})?)?"
    r"(?:, | |, and |, or | and | or | as well as )"
)

Row = list[tuple[Passage, Citation]]
"""Numbers that stand side by side."""


def mixed(resolution: Resolution) -> Iterator[Row]:
    """Yield the lists in which some numbers have their years and others do not."""
    row: Row = []
    for passage, cited in citations(resolution):
        if row and not _goes_on(row[-1], passage, cited, resolution):
            if _is_mixed(row):
                yield row
            row = []
        row.append((passage, cited))
    if _is_mixed(row):
        yield row


def is_bare(cited: Citation) -> bool:
    """Whether a resolution of the Security Council lacks its year."""
    found = council_number(cited)
    return found is not None and found.shape == "figures"


def _goes_on(
    last: tuple[Passage, Citation],
    passage: Passage,
    cited: Citation,
    within: Resolution,
) -> bool:
    between = within.source.text[last[1].span.end : cited.span.start]
    return last[0] is passage and bool(_JOIN.fullmatch(folded(between)))


def _is_mixed(row: Row) -> bool:
    shapes = {found.shape for _, cited in row if (found := council_number(cited))}
    return {"council", "figures"} <= shapes
