"""The tables of sessions, of numbers and of agenda items, read from ``data``."""

from dataclasses import dataclass
from functools import cache

from resolint.tables import rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """The numbers of the resolutions that the Security Council adopted in a year."""

    year: int
    first: int
    last: int


@cache
def council_numbers() -> tuple[Numbers, ...]:
    """Return the numbers of the Security Council's resolutions, year by year."""
    return tuple(
        Numbers(year=int(row["year"]), first=int(row["first"]), last=int(row["last"]))
        for row in rows("sc_number_ranges.tsv", "resolint_rules")
    )


def council_year(number: int) -> int | None:
    """Return the year of a resolution of the Security Council; None if not known."""
    for each in council_numbers():
        if each.first <= number <= each.last:
            return each.year
    return None


def wrong_year(number: int, year: int) -> bool:
    """Whether a resolution of the Security Council cannot be of a year."""
    last = council_numbers()[-1]
    known = council_year(number)
    # What comes after the table is of its last year, or later.
    return year < last.year if known is None and number > last.last else known != year


def council_range(year: int) -> Numbers | None:
    """Return the numbers of a year; None where they are not known to the end."""
    return next((each for each in council_numbers()[:-1] if each.year == year), None)


@cache
def council_agenda() -> dict[str, str]:
    """Return the items of the agenda of the Human Rights Council by their numbers."""
    return {
        row["item"]: row["title"] for row in rows("hrc_agenda.tsv", "resolint_rules")
    }
