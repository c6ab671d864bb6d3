"""Conferences, and what each asks of a draft."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import ClassVar

from resolint import Profile, Resolution, Rule
from resolint.tables import rows


class Conference(StrEnum):
    """A conference whose guide is known; ``un`` follows the United Nations."""

    UN = "un"
    AMUN = "amun"
    SPMUN = "spmun"
    WESTLAKE = "westlake"
    THIMUN = "thimun"
    HKMUN = "hkmun"
    MYMUN = "mymun"
    COLLECTORS = "collectors"
    SMUN = "smun"
    HIGHTECHHIGH = "hightechhigh"
    WORLDMUN = "worldmun"
    AISMUN = "aismun"


@dataclass(frozen=True, slots=True, kw_only=True)
class Customs:
    """What a conference asks; what its guide leaves open is empty."""

    preamble: str
    operative: str
    scheme: tuple[str, ...]
    case: str
    ending: str
    fields: tuple[tuple[str, ...], ...]
    without: tuple[str, ...]
    most: int
    cited: int
    body: str
    american: bool


@cache
def customs(conference: Conference) -> Customs:
    """Return what a conference asks."""
    table = rows("conferences.tsv", "resolint_rules")
    row = next(row for row in table if row["conference"] == conference)
    return Customs(
        preamble=row["preamble"],
        operative=row["operative"],
        scheme=tuple(row["scheme"].split()),
        case=row["case"],
        ending=row["ending"],
        fields=tuple(tuple(each.split("|")) for each in row["fields"].split()),
        without=tuple(row["without"].split()),
        most=int(row["most"] or 0),
        cited=int(row["cited"] or 0),
        body=row["body"],
        american=row["spelling"] == "American",
    )


@dataclass(frozen=True, kw_only=True)
class ConferenceRule(Rule[Resolution]):
    """A rule that conferences have in different ways."""

    profiles: ClassVar[tuple[Profile, ...]] = (Profile.MUN,)

    conference: Conference = Conference.UN
    """Whose style is asked for."""

    @property
    def customs(self) -> Customs:
        """What the conference asks."""
        return customs(self.conference)
