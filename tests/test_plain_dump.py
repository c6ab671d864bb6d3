"""The text of a Word file: notes behind the text, the masthead run together."""

import pytest

from resolint.readers.plain import from_text
from resolint.text import Shows, Source, Style

LAMPS = """[DU1]
Resolution adopted by the General Assembly on 4 June 2019
[on the report of the Ninth Committee (A/73/999)]
73/901.\tLamps on quays
B1

\tThe General Assembly,
\tRecalling the Charter of Lamps2 and its resolution 44/17 of 8 June 1993,3 all read,
\tNoting 2,000 lamps, the L-19 lamp and decision 3/CP.7 of 20 October 20204 on wicks,
\t1.\tDecides to light  them;5
\t2.\tDecides to trim them in accordance with paragraph 1 above.

91st plenary meeting
4 June 2019
1 Resolution 72/902 has become 72/902 A.
2 Lamps Series, vol. 12, No. 34.
3 A/73/33.
4 Ibid., annex.
5 See A/73/34,
para. 7.
[DU1]<<ODS JOB NO>>N1999999E<<ODS JOB NO>>
<<ODS DOC SYMBOL1>>A/RES/73/901<<ODS DOC SYMBOL1>>
_______________
------------------------------------------------------------

3

United NationsA/RES/73/901General AssemblyDistr.: General
3 July 2019Seventy-third session
Agenda item 99 (a)Harbours, quays and
the lamps on them

19-99999

A/RES/73/901
2
"""


def texts(source: Source, style: Style) -> list[str]:
    """Return the blocks of one style."""
    return [source[block.span] for block in source.blocks if block.style is style]


def called(source: Source) -> list[tuple[str, str]]:
    """Return each note that is called, and the words before the call."""
    return [(call.label, source.text[call.at - 6 : call.at]) for call in source.calls]


def test_the_masthead_is_split_into_its_fields() -> None:
    """It comes first; running heads, page and job numbers are dropped."""
    source = from_text(LAMPS, "lamps.txt")
    assert texts(source, Style.MASTHEAD) == [
        "United Nations",
        "A/RES/73/901",
        "General Assembly",
        "Distr.: General",
        "3 July 2019",
        "Seventy-third session",
        "Agenda item 99 (a)",
        "Harbours, quays and",
        "the lamps on them",
    ]
    assert source.blocks[0].style is Style.MASTHEAD


def test_numbers_of_notes_leave_the_text_and_become_calls() -> None:
    """Numbers of other things stay."""
    source = from_text(LAMPS, "lamps.txt")
    assert called(source) == [
        ("1", "uays\nB"),
        ("2", " Lamps"),
        ("3", " 1993,"),
        ("4", "r 2020"),
        ("5", " them;"),
    ]
    body = texts(source, Style.BODY)
    assert body[3:7] == [
        "B",
        "The General Assembly,",
        "Recalling the Charter of Lamps and its resolution 44/17 of 8 June 1993, all"
        " read,",
        "Noting 2,000 lamps, the L-19 lamp and decision 3/CP.7 of 20 October 2020 on"
        " wicks,",
    ]
    assert body[-2:] == ["91st plenary meeting", "4 June 2019"]


def test_double_spaces_and_tabs_stay() -> None:
    """Rules look for them."""
    source = from_text(LAMPS, "lamps.txt")
    assert "1.\tDecides to light  them;" in texts(source, Style.BODY)


def test_notes_come_last_without_their_numbers() -> None:
    """A note may go on in another line."""
    source = from_text(LAMPS, "lamps.txt")
    notes = [block for block in source.blocks if block.style is Style.NOTE]
    assert [(note.label, source[note.span]) for note in notes] == [
        ("1", "Resolution 72/902 has become 72/902 A."),
        ("2", "Lamps Series, vol. 12, No. 34."),
        ("3", "A/73/33."),
        ("4", "Ibid., annex."),
        ("5", "See A/73/34, para. 7."),
    ]
    assert source.shows == {Shows.NOTES}


def test_rows_and_columns_are_those_of_the_file() -> None:
    """Also behind a number that was taken out."""
    source = from_text(LAMPS, "lamps.txt")
    assert source.place(source.text.index("and its resolution")) == (8, 34)
    assert source.place(source.text.index("all read")) == (8, 76)
    assert source.place(source.text.index("General Assembly\n")) == (28, 27)


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        (
            "United NationsS/RES/9990(2031)Security CouncilDistr.: General"
            "3 May 2031Resolution 9990 (2031)",
            ["S/RES/9990(2031)", "Security Council", "3 May 2031"],
        ),
        (
            "United NationsA/HRC/RES/91/4General AssemblyDistr.: General9 May 2031"
            "Original: EnglishHuman Rights CouncilNinety-first session"
            "2 April\u20139 May 2031Agenda item 3Lamps for all",
            ["Human Rights Council", "2 April\u20139 May 2031", "Lamps for all"],
        ),
        (
            "United NationsE/RES/2031/24 BEconomic and Social CouncilDistr.: General"
            "9 May 20312031 sessionAgenda items 8 and 9 (b)United Nations lamps",
            ["E/RES/2031/24 B", "2031 session", "Agenda items 8 and 9 (b)"],
        ),
        (
            "United NationsA/99/L.4General AssemblyDistr.: Limited9 May 2031Original: "
            "EnglishTenth emergency special sessionNinth CommitteeAgenda item 5Lamps"
            "Agenda item 6Wicks of lamps",
            ["Tenth emergency special session", "Ninth Committee", "Wicks of lamps"],
        ),
    ],
)
def test_mastheads_of_other_organs(line: str, fields: list[str]) -> None:
    """Each organ has its own fields."""
    source = from_text(f"The Council,\n1.\tActs.\n____\n{line}\n", "lamps.txt")
    found = texts(source, Style.MASTHEAD)
    assert [field for field in found if field in fields] == fields
    assert "".join(found) == line


def test_a_masthead_at_the_top_leaves_the_body_alone() -> None:
    """What is no field belongs to the text."""
    head = "United NationsA/RES/73/901General AssemblyDistr.: General3 July 2019"
    source = from_text(f"{head}\n\nLamps\n\tThe General Assembly,\n", "lamps.txt")
    assert texts(source, Style.BODY) == ["Lamps", "The General Assembly,"]


def test_rows_of_a_table_are_no_notes() -> None:
    """Nothing calls them."""
    source = from_text("[DU1]\nLamps\n1 \tlamp\n2 \twicks\n", "lamps.txt")
    assert texts(source, Style.NOTE) == []
    assert texts(source, Style.BODY) == ["Lamps", "1 \tlamp", "2 \twicks"]
