"""Years in lists of resolutions."""

from collections.abc import Iterator

from resolint import (
    Diagnostic,
    Edit,
    Fix,
    Organ,
    Profile,
    Resolution,
    Rule,
    Safety,
    Span,
)
from resolint.regex import regex
from resolint_rules.metadata.tables import council_year
from resolint_rules.references.mixed import is_bare, mixed

_FIGURES = regex(r"\d{1,4}")


class ListedYears(Rule[Resolution]):
    """A list in which one resolution has its year and another does not."""

    code = "SCR007"
    name = "listed-years"
    profiles = (Profile.SC,)

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want “1325 (2000), 1820 (2008) and 2242 (2015)”."""
        if node.organ is not Organ.SC:
            return
        for row in mixed(node):
            bare = [each for each in row if is_bare(each[1])]
            passage = bare[0][0]
            edits = []
            for _, cited in bare:
                figures = _FIGURES.match(node.source[cited.span])
                year = council_year(int(figures[0])) if figures else None
                if figures and year:
                    end = cited.span.start + len(figures[0])
                    edits.append(Edit(Span(end, end), f" ({year})"))
            numbers = [cited.number for _, cited in bare]
            noun = "their years" if len(numbers) > 1 else "its year"
            shown = ""
            listed = f"{', '.join(numbers[:-1])} and {numbers[-1]}"
            listed = listed if len(numbers) > 1 else numbers[0]
            fix = None
            if len(edits) == len(bare):
                written = [f"{n}{e.text}" for n, e in zip(numbers, edits, strict=True)]
                fix = Fix(f"Write “{', '.join(written)}”", tuple(edits), Safety.UNSAFE)
                shown = f": {', '.join(written)}"
            yield self.at(
                Span(bare[0][1].span.start, bare[-1][1].span.end),
                f"{listed} in the list in {passage.locator} should have {noun}, as "
                f"others have{shown}",
                fix,
            )
