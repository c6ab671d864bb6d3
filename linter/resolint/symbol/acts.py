"""The resolution or decision that a symbol is of."""

from typing import NamedTuple

from resolint.adoption import number, possible
from resolint.document import Organ
from resolint.tables import organ_symbols


class Act(NamedTuple):
    """A resolution or a decision of an organ."""

    organ: Organ
    kind: str
    """``resolution`` or ``decision``."""
    number: str
    """``45/158``, ``1325 (2000)``, ``217 A (III)``."""

    def __str__(self) -> str:
        return f"{self.organ} {self.kind} {self.number}"


def act_of(symbol: str) -> Act | None:
    """Return what ``A/RES/45/158`` is the symbol of; None if of no act."""
    for row in organ_symbols().values():
        beginnings = {"resolution": row.resolutions, "decision": row.decisions}
        for kind, beginning in beginnings.items():
            if beginning and symbol.startswith(beginning):
                organ, printed = Organ(row.organ), symbol.removeprefix(beginning)
                found = number(printed)
                if found.normal == printed and possible(organ, found):
                    return Act(organ, kind, printed)
    return None
