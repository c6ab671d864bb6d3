"""The day of adoption, said twice."""

from collections.abc import Iterator

from resolint import (
    EDITED,
    Diagnostic,
    Related,
    Resolution,
    Rule,
    Stage,
)
from resolint_rules.structure.parts import day_of


class AdoptionDate(Rule[Resolution]):
    """Two days of adoption."""

    code = "STR007"
    name = "adoption-date"
    profiles = EDITED
    stages = (Stage.ADOPTED,)

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want one date in the adoption line and in the closing."""
        adoption = node.masthead.field("adoption")
        lettered = any(part.label != "draft" for part in node.parts)
        if adoption is None or not node.whole or lettered:
            return
        above = day_of(adoption)
        days = [day_of(line) for line in node.closing.fields]
        below = [day for day in days if day is not None]
        # Several resolutions in one document may have days of their own.
        if above is None or len(below) != 1 or above.value == below[0].value:
            return
        source = node.source
        message = (
            f"date of the closing {source[below[0].span]} should be that of the "
            f"adoption line, {source[above.span]}"
        )
        notes = (Related(above.span, "the adoption line"),)
        yield self.at(below[0].span, message, notes=notes)
