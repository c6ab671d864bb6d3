"""The arithmetic of mandates: months that are shorter than others."""

from datetime import date

import pytest

from resolint_rules.security_council.extensions import Period, shifted


@pytest.mark.parametrize(
    ("day", "months", "other"),
    [
        (date(2024, 8, 31), 6, date(2025, 2, 28)),
        (date(2023, 8, 31), 6, date(2024, 2, 29)),
        (date(2024, 7, 31), 6, date(2025, 1, 31)),
        (date(2024, 12, 15), 1, date(2025, 1, 15)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2025, 1, 31), -2, date(2024, 11, 30)),
        (date(2024, 12, 31), -12, date(2023, 12, 31)),
    ],
)
def test_a_month_that_is_shorter_ends_with_its_last_day(
    day: date, months: int, other: date
) -> None:
    """The day is the same, or the last that the month has."""
    assert shifted(day, months) == other


def test_no_date_leaves_the_calendar() -> None:
    """Where no date is, the day stays what it was."""
    assert shifted(date.max, 1) == date.max
    assert shifted(date.min, -1) == date.min
    assert Period(count=3, unit="week", words="").after(date.max) == date.max


@pytest.mark.parametrize(
    ("count", "unit", "end"),
    [
        (45, "day", date(2024, 3, 16)),
        (6, "week", date(2024, 3, 13)),
        (3, "month", date(2024, 4, 30)),
        (2, "year", date(2026, 1, 31)),
    ],
)
def test_a_period_is_counted_in_its_unit(count: int, unit: str, end: date) -> None:
    """Days and weeks are added; months and years keep the day."""
    period = Period(count=count, unit=unit, words="")
    assert period.after(date(2024, 1, 31)) == end
