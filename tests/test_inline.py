"""What stands inside a line: dates, sessions, references, records, volumes."""

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resolint.document import (
    Citation,
    Day,
    Node,
    OfficialRecord,
    Organ,
    ParagraphReference,
    SessionWords,
    TreatySeries,
)
from resolint.inline import read_inline
from resolint.text import Span


def read(text: str) -> tuple[Node, ...]:
    """Return what a text cites."""
    return read_inline(text, Span(0, len(text)), Organ.GA)


@pytest.mark.parametrize(
    ("text", "value", "form"),
    [
        ("18 December 1990", date(1990, 12, 18), "day month year"),
        ("18\u00a0December\u00a01990", date(1990, 12, 18), "day month year"),
        ("December 18, 1990", date(1990, 12, 18), "month day year"),
        ("18th of December 1990", date(1990, 12, 18), "ordinal"),
        ("December 18th, 1990", date(1990, 12, 18), "ordinal"),
        ("18/12/1990", date(1990, 12, 18), "figures"),
        ("1990-12-18", date(1990, 12, 18), "figures"),
        ("29 February 2023", None, "day month year"),
        ("29 February 2024", date(2024, 2, 29), "day month year"),
        ("31 June", None, "day month year"),
    ],
)
def test_dates(text: str, value: date | None, form: str) -> None:
    """A date has a value where the calendar has it, and a form."""
    (day,) = read(f"on {text}, when")
    assert isinstance(day, Day)
    assert (day.value, day.form) == (value, form)
    assert day.span == Span(3, 3 + len(text))


@pytest.mark.parametrize(
    "text",
    ["in May 2024", "31 May", "May 1 apples", "A/18/12/1990/1", "mayor 12, 2000"],
)
def test_no_dates(text: str) -> None:
    """A month, or a day that needs no year, is no date."""
    assert not [node for node in read(text) if isinstance(node, Day)]


def test_the_last_of_several_days_is_a_date() -> None:
    """Of a range or a list of days the full one is given."""
    days = [node for node in read("from 17 to 20 October 2024 and on 1 and 2 May 2025")]
    assert [day.value for day in days if isinstance(day, Day)] == [
        date(2024, 10, 20),
        date(2025, 5, 2),
    ]


@pytest.mark.parametrize(
    ("text", "number", "spelled", "kind"),
    [
        ("seventy-ninth session", 79, True, "regular"),
        ("79th session", 79, False, "regular"),
        ("twenty-third special session", 23, True, "special"),
        ("tenth emergency special session", 10, True, "emergency special"),
        ("first regular session", 1, True, "regular"),
        ("one hundred and second session", 102, True, "regular"),
        ("seventy-nineth session", None, True, "regular"),
    ],
)
def test_sessions(text: str, number: int | None, spelled: bool, kind: str) -> None:
    """A session has a number, however it is written."""
    (session,) = read(f"at its {text}, held")
    assert isinstance(session, SessionWords)
    assert (session.number, session.spelled, session.kind) == (number, spelled, kind)
    assert session.span == Span(7, 7 + len(text))


def test_several_sessions_share_a_word() -> None:
    """Each ordinal before *sessions* is one."""
    nodes = read("its seventy-seventh, seventy-eighth and seventy-ninth sessions")
    assert [node.number for node in nodes if isinstance(node, SessionWords)] == [
        77,
        78,
        79,
    ]


@pytest.mark.parametrize(
    ("text", "numbers", "items", "place"),
    [
        ("paragraph 3 (b) above", ("3",), ("(b)",), "above"),
        ("paragraph 5(b) (ii)", ("5",), ("(b)", "(ii)"), ""),
        ("paragraphs 4 to 6 of the present resolution", ("4", "5", "6"), (), "present"),
        ("paragraph 4 of this resolution", ("4",), (), "present"),
        ("paragraphs 2, 3 and 5 below", ("2", "3", "5"), (), "below"),
        ("paragraph 7 of the Charter", ("7",), (), "other"),
        ("paras. 3–5", ("3", "4", "5"), (), ""),
        ("paragraphs 1 to 99999", ("1",), (), ""),
        ("paragraphs 1 to 9999", ("1", "9999"), (), ""),
    ],
)
def test_references(
    text: str, numbers: tuple[str, ...], items: tuple[str, ...], place: str
) -> None:
    """A reference has numbers, markers and a place."""
    (node,) = (n for n in read(f"in {text},") if isinstance(n, ParagraphReference))
    assert (node.numbers, node.items, node.place) == (numbers, items, place)


def test_a_reference_to_another_resolution() -> None:
    """Paragraph and resolution are both found."""
    reference, citation = read("paragraph 5 of its resolution 77/109")
    assert isinstance(reference, ParagraphReference) and reference.place == "other"
    assert isinstance(citation, Citation) and citation.number == "77/109"


@pytest.mark.parametrize(
    ("text", "organ", "session", "supplement", "symbol"),
    [
        (
            "Official Records of the General Assembly, Fifty-ninth Session,"
            " Supplement No. 48 (A/59/48), para. 3.",
            Organ.GA,
            59,
            "48",
            "A/59/48",
        ),
        (
            "Official Records of the Economic and Social Council, 2019,"
            " Supplement No. 8 (E/2019/28).",
            Organ.ECOSOC,
            2019,
            "8",
            "E/2019/28",
        ),
        (
            "Ibid., Seventy-fifth Session, Supplement No. 53A (A/75/53/Add.1).",
            None,
            75,
            "53A",
            "A/75/53/Add.1",
        ),
        (
            "Ibid., Supplement No. 5O (A/78/5/Add.15).",
            None,
            None,
            "5O",
            "A/78/5/Add.15",
        ),
    ],
)
def test_official_records(
    text: str, organ: Organ | None, session: int | None, supplement: str, symbol: str
) -> None:
    """A record has an organ, a session, a supplement and a symbol."""
    node = read(text)[0]
    assert isinstance(node, OfficialRecord)
    assert (node.organ, node.session) == (organ, session)
    assert (node.supplement, node.symbol) == (supplement, symbol)


@pytest.mark.parametrize(
    ("text", "volumes", "numbers", "ibid"),
    [
        (
            "United Nations, Treaty Series, vol. 1577, No. 27531.",
            ("1577",),
            ("27531",),
            False,
        ),
        ("Ibid., vol. 1249, No. 20378.", ("1249",), ("20378",), True),
        (
            "Ibid., vols. 2225, 2237 and 2241, Nos. 39574 and 39575.",
            ("2225", "2237", "2241"),
            ("39574", "39575"),
            True,
        ),
    ],
)
def test_treaty_series(
    text: str, volumes: tuple[str, ...], numbers: tuple[str, ...], ibid: bool
) -> None:
    """A volume has numbers; *Ibid.* stands for the series."""
    (node,) = read(text)
    assert isinstance(node, TreatySeries)
    assert (node.volumes, node.numbers, node.ibid) == (volumes, numbers, ibid)


WORDS = st.sampled_from(
    [
        "resolution",
        "resolutions",
        "decision",
        "its",
        "General",
        "Assembly",
        "Security",
        "Council",
        "Commission",
        "45/158",
        "1325",
        "(2000)",
        "217",
        "A",
        "(III)",
        "of",
        "18",
        "December",
        "1990",
        ",",
        "and",
        ";",
        "A/79/33",
        "S/RES/1",
        "/",
        "-",
        "paragraph",
        "paragraphs",
        "3",
        "(b)",
        "above",
        "session",
        "seventy-ninth",
        "special",
        "Ibid.,",
        "vol.",
        "No.",
        "Official",
        "Records",
        "Treaty",
        "Series,",
        "Supplement",
        "annex",
        "entitled",
        "“",
        "”",
        "\u200b",
        "\xa0",
        "the",
        "‑",
        "https://a.b/c",
        "31",
        "June",
        "2024-02-30",
        "ES-10/2",
        "İ",
        "ǅ",
        "\n",
    ]
)


@given(
    st.text() | st.lists(WORDS, max_size=40).map(" ".join), st.integers(0, 5), st.data()
)
def test_any_text_is_read(text: str, before: int, data: st.DataObject) -> None:
    """No text is refused, and every span lies inside what was read, in order."""
    whole = "x" * before + text + "y"
    organ = data.draw(st.sampled_from([None, *Organ]))
    span = Span(before, before + len(text))
    nodes = read_inline(whole, span, organ)
    assert [node.span for node in nodes] == sorted(node.span for node in nodes)
    for node in nodes:
        assert node.span in span and len(node.span)
        if isinstance(node, Citation):
            assert node.text and node.text in span
            assert (node.symbol is None) or node.organ


@given(st.lists(WORDS, max_size=30).map(" ".join))
def test_places_are_of_the_text_as_it_stands(text: str) -> None:
    """Where a line begins makes no difference to what it cites."""
    here = read_inline(text, Span(0, len(text)), Organ.GA)
    there = read_inline("  " + text, Span(2, 2 + len(text)), Organ.GA)
    assert [node.span.shift(2) for node in here] == [node.span for node in there]


@pytest.mark.parametrize(
    "words", ["resolutions 45/158, ", "A/79/84-", "A and ", "(a) ", "1 (", "its "]
)
def test_cost_grows_with_length_only(words: str) -> None:
    """Ten times the text costs no more than some thirty times the time."""

    def cost(length: int) -> float:
        text = (words * length)[:length]
        start = time.process_time()
        read_inline(text, Span(0, length), Organ.GA)
        return time.process_time() - start

    cost(1000)
    assert cost(40_000) < 30 * max(cost(4000), 0.002)
