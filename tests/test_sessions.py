"""What the rules on metadata know: sessions, numbers, and whose session it is."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resolint import Operative, Organ, Source, parse
from resolint_rules.metadata.calendar import current, ordinal, period, session_words
from resolint_rules.metadata.holders import holder, mentions
from resolint_rules.metadata.identity import identity
from resolint_rules.metadata.tables import (
    council_numbers,
    council_range,
    council_year,
    wrong_year,
)

DAYS = st.dates(date(2010, 3, 1), date(2060, 12, 31))


def test_the_council_numbers_its_resolutions_without_a_gap() -> None:
    """Each year begins where the year before it ended."""
    for before, after in pairwise(council_numbers()):
        assert (after.year, after.first) == (before.year + 1, before.last + 1)


@given(st.integers(1, 4000), st.integers(1940, 2100))
def test_a_number_is_wrong_in_all_years_but_one(number: int, year: int) -> None:
    """Of a known number only its own year is right; of a later one, no early year."""
    known = council_year(number)
    last = council_numbers()[-1].year
    assert wrong_year(number, year) == (year != known if known else year < last)


def test_the_numbers_of_the_last_year_are_not_known_to_the_end() -> None:
    """A year that goes on has no range."""
    assert council_range(council_numbers()[-1].year) is None
    assert council_range(2000) is not None


@given(DAYS, st.sampled_from([Organ.GA, Organ.HRC]))
def test_the_current_session_has_begun(day: date, organ: Organ) -> None:
    """The session of a day began before the day, and the one after the next did not."""
    number = current(organ, day)
    assert number is not None
    here, later = period(organ, str(number)), period(organ, str(number + 2))
    assert here is not None
    assert later is not None
    assert here.opens <= day < later.opens


@given(st.integers(1, 120))
def test_a_regular_session_closes_after_it_opens(number: int) -> None:
    """No session is empty, and none of the Assembly lasts two years."""
    found = period(Organ.GA, str(number))
    assert found is not None
    assert found.closes is not None
    assert timedelta(0) < found.closes - found.opens < timedelta(days=500)


def test_sessions_are_named_in_words() -> None:
    """The three kinds of sessions have names of their own."""
    assert session_words("79") == "seventy-ninth session"
    assert session_words("S-32") == "thirty-second special session"
    assert session_words("ES-11") == "eleventh emergency special session"
    assert ordinal(500) == "500th"


@pytest.mark.parametrize(
    ("symbol", "organ", "session", "number"),
    [
        ("A/RES/79/301", Organ.GA, "79", "79/301"),
        ("A/RES/79/301 A–C", Organ.GA, "79", "79/301"),
        ("A/RES/ES‑11/6", Organ.GA, "ES-11", "ES-11/6"),
        ("A/RES/3201(S-VI)", Organ.GA, "S-6", ""),
        ("A/C.2/79/L.60/Rev.1", Organ.GA, "79", ""),
        ("A/HRC/57/L.4", Organ.HRC, "57", ""),
        ("A/HRC/RES/S-36/1", Organ.HRC, "S-36", "S-36/1"),
        ("E/RES/2024/6", Organ.ECOSOC, "2024", "2024/6"),
        ("S/RES/2731 (2024)", Organ.SC, "", "2731"),
    ],
)
def test_a_symbol_tells_organ_session_and_number(
    symbol: str, organ: Organ, session: str, number: str
) -> None:
    """Symbols of resolutions and of drafts say whose they are."""
    found = identity(symbol)
    assert found is not None
    assert (found.organ, found.session, found.number) == (organ, session, number)


@given(st.text(max_size=40))
def test_any_symbol_can_be_read(symbol: str) -> None:
    """What is no symbol says nothing."""
    found = identity(symbol)
    assert found is None or isinstance(found.organ, Organ)


@pytest.mark.parametrize(
    ("words", "organ"),
    [
        ("to report to the General Assembly at its eightieth session", Organ.GA),
        ("to report to the Human Rights Council at its sixtieth session", Organ.HRC),
        ("to report to it at its eightieth session", Organ.GA),
        ("to report thereon at its eightieth session", Organ.GA),
        ("to report at the sixtieth session of the Human Rights Council", Organ.HRC),
        ("the Commission on Bees to report to it at its tenth session", Organ.GA),
        ("the Commission on Bees to debate lamps at its tenth session", None),
        ("to report to the Council at its sixtieth session", None),
        ("the working group to meet at its third session", None),
        ("to report to the Council of Beekeepers at its third session", None),
        ("to report to the Beekeepers Assembly at its third session", None),
    ],
)
def test_the_body_before_its_holds_the_session(words: str, organ: Organ | None) -> None:
    """The body that is named last before *its*, or the text's own organ."""
    text = f"The General Assembly,\nRecalling lamps,\n1. Requests keepers, {words}."
    resolution = parse(Source.plain(text))
    (paragraph,) = (n for n in resolution.walk() if isinstance(n, Operative))
    (mention,) = mentions(paragraph, resolution)
    assert holder(mention, resolution.organ) is organ
