"""Citations: lists, dates, and whose resolutions they are."""

from datetime import date

import pytest

from resolint.adoption import number, numeral, roman
from resolint.document import Citation, Organ
from resolint.inline import read_inline
from resolint.text import Span


def cited(text: str, organ: Organ | None = Organ.GA) -> list[Citation]:
    """Return the citations in a text."""
    found = read_inline(text, Span(0, len(text)), organ)
    return [node for node in found if isinstance(node, Citation)]


def names(text: str, organ: Organ | None = Organ.GA) -> list[str | None]:
    """Return the symbols of the citations in a text."""
    return [citation.symbol for citation in cited(text, organ)]


def test_a_list_keeps_its_organ_until_the_next() -> None:
    """The organ before a list is the organ of all its members."""
    assert names(
        "Recalling its resolutions 45/158 of 18 December 1990 and 46/3 A and B of 3 May"
        " 1992, as well as Security Council resolutions 1325 (2000), 1820 (2008) and"
        " 2242 (2015) and Human Rights Council resolution 16/18 of 24 March 2011"
    ) == [
        "A/RES/45/158",
        "A/RES/46/3 A and B",
        "S/RES/1325 (2000)",
        "S/RES/1820 (2008)",
        "S/RES/2242 (2015)",
        "A/HRC/RES/16/18",
    ]


def test_each_member_says_what_it_is() -> None:
    """The first member has the head word in its text, the others have not."""
    text = "its resolutions 45/158 of 18 December 1990 and 46/3"
    first, second = cited(text)
    assert first.text and second.text
    assert text[first.text.start : first.text.end] == (
        "resolutions 45/158 of 18 December 1990"
    )
    assert text[second.text.start : second.text.end] == "46/3"
    assert text[first.span.start : first.span.end] == "45/158"
    assert first.own and first.day and first.day.value == date(1990, 12, 18)
    assert second.own and second.day is None


def test_members_stand_behind_phrases_that_describe() -> None:
    """A number with its date goes on with a list, and so does the last one without."""
    assert names(
        "its resolutions 36/55 of 25 November 1981, in which it proclaimed the Year of"
        " Tea, 72/130 of 8 December 2017 on the cup, “The saucer”, and 74/146,"
    ) == ["A/RES/36/55", "A/RES/72/130", "A/RES/74/146"]


@pytest.mark.parametrize(
    ("text", "symbols"),
    [
        ("resolution 217 A (III) of 10 December 1948", ["A/RES/217 A (III)"]),
        ("resolution 2231(2015)", ["S/RES/2231 (2015)"]),
        ("Resolution 70/1.", ["A/RES/70/1"]),
        ("Resolutions 44/25, annex, and 54/4, annex I.", ["A/RES/44/25", "A/RES/54/4"]),
        ("resolution 70/1, entitled “Bees”, and 70/2", ["A/RES/70/1", "A/RES/70/2"]),
        ("Economic and Social Council resolution 2021/7", ["E/RES/2021/7"]),
        ("resolution 2021/7 of the Economic and Social Council", ["E/RES/2021/7"]),
        ("resolution ES-11/1 of 2 March 2022", ["A/RES/ES-11/1"]),
        ("section I of Assembly resolution 77/262", ["A/RES/77/262"]),
        ("UNSCR 1325 (2000) and UNGA Res. 70/1", ["S/RES/1325 (2000)", "A/RES/70/1"]),
        ("United Nations Security Council resolution 1325", [None]),
        ("World Health Assembly resolution 75/8 of 2 May 2022", [None]),
        ("the Commission on Honey, in its resolution 64/2, said", [None]),
        ("resolution 60/2 of the Commission on Honey", [None]),
        ("in decision 78/505 and its decision 78/506", [None, None]),
        ("resolution 1 (2019) of the Meeting of Beekeepers", [None]),
        ("resolution A/RES/70/1", []),
        ("resolutions on honey and 50/50 shares", []),
        ("resolution 31/16A", ["A/RES/31/16 A"]),
        ("resolution 2200A(XXI)", ["A/RES/2200 A (XXI)"]),
        ("resolution 45/158  of  18 December 1990", ["A/RES/45/158"]),
        ("resolution\u00a045/158", ["A/RES/45/158"]),
    ],
)
def test_single_citations(text: str, symbols: list[str | None]) -> None:
    """What a text of the Assembly cites is known where it can be known."""
    assert names(text) == symbols


def test_its_is_the_adopting_organ() -> None:
    """*Its resolution* is that of the organ whose text it is."""
    assert names("its resolution 2021/7", Organ.ECOSOC) == ["E/RES/2021/7"]
    assert names("its resolution 16/18", Organ.HRC) == ["A/HRC/RES/16/18"]
    assert names("its resolution 1503 (XLVIII)", Organ.ECOSOC) == [
        "E/RES/1503 (XLVIII)"
    ]


def test_another_organ_may_be_meant_by_its() -> None:
    """A date that only the organ named before fits says whose resolution it is."""
    text = "by the Human Rights Council in its resolution 48/13 of 8 October 2021"
    assert names(text) == ["A/HRC/RES/48/13"]
    text = "the Human Rights Council, the latest being resolution 52/3 of 3 April 2023"
    assert names(text) == ["A/HRC/RES/52/3"]


def test_a_number_that_several_bodies_use_is_not_guessed() -> None:
    """Without a name or a telling date, the organ stays unknown."""
    assert names("resolution 45/18", Organ.HRC) == [None]
    assert names("resolution 5/1 of 2 March 2022") == [None]
    assert names("resolution 45/18 of 2 May 1991", Organ.HRC) == ["A/RES/45/18"]


def test_a_shared_date_belongs_to_each() -> None:
    """Neighbours in a session that were adopted together have one date."""
    text = "resolutions 3201 (S-VI) and 3202 (S-VI) of 1 May 1974"
    days = [citation.day and citation.day.value for citation in cited(text)]
    assert days == [date(1974, 5, 1)] * 2
    text = "resolutions 64/72, 66/68 and 71/123 of 7 December 2016"
    assert [bool(citation.day) for citation in cited(text)] == [False, False, True]


def test_a_wrong_date_is_kept() -> None:
    """An impossible or improbable date does not hide whose resolution it is."""
    (citation,) = cited("its resolution 45/158 of 31 June 1990")
    assert citation.symbol == "A/RES/45/158"
    assert citation.day and citation.day.value is None
    assert names("its resolution 45/158 of 18 December 1890") == ["A/RES/45/158"]


def test_a_date_after_a_section_is_found() -> None:
    """A part named between number and date does not part them."""
    (citation,) = cited("its resolution 45/248 B, section VI, of 21 December 1990")
    assert citation.day and citation.day.value == date(1990, 12, 21)


def test_roman_numerals() -> None:
    """Well-formed numerals have a value, and others have none."""
    assert [roman(numeral(value)) for value in range(1, 90)] == list(range(1, 90))
    assert roman("XXVV") is None and roman("IIII") is None and roman("") is None


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("2200A(XXI)", "2200 A (XXI)"),
        ("217 (III) A", "217 A (III)"),
        ("1325(2000)", "1325 (2000)"),
        ("s10/2", "S-10/2"),
        ("74/92 A and B", "74/92 A and B"),
        ("2625 (XXVV)", ""),
    ],
)
def test_numbers_have_one_form(text: str, normal: str) -> None:
    """A number is known by its form, however it is spaced."""
    assert number(text).normal == normal
