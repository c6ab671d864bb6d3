"""Text copied out of a PDF file: printed lines, page after page."""

from resolint.readers.plain import from_text
from resolint.text import Source, Style

QUAYS = """United Nations\x20
A/C.9/99/L.4
\x20
\x20
General Assembly\x20
Distr.: Limited\x20
4 November 2031\x20
Original: English\x20
\x20
31-17751 (E)    101131     \x20
*3117751*\x20
\x20
Ninety-ninth session\x20
Ninth Committee\x20
Agenda item 71 (b)\x20
Harbours: quays, including alternative ways of lighting the\x20
United Nations\x20
lamps on them\x20
\x20
\x20
Andorra, Belize, Chad, Denmark, Ecuador, Fiji, Gabon and Haiti:* draft resolution on\x20
lamps and on quays\x20
\x20
 Charter for the Protection of All Quays from\x20
Total Darkness\x20
\x20
The General Assembly,\x20
\x20
Recalling its resolution 61/177 of 20 December 2026, by which it lit the well-\x20
known lamps of the quays of many harbours, in the short-\x20
and long-term interest of all, and resolution 62/3 of 6 October 20301 and others,2\x20
\x20
Welcoming the Charter of Lamps, 3  the annex to which sets out how wicks are cut\x20
__________________\x20
\x20
*  Any changes will be reflected in the record.\x20
\x20
1  See Official Records, Seventy-second Session, Supplement No. 53A\x20
(A/72/53/Add.1), chap. III.\x20
\x20
2  Ibid.\x20
\x20
3  Resolution 12/2.\x20

A/C.9/99/L.4\x20
\x20
31-17751
2/3\x20
\x20
and trimmed,\x20
\x20
Lamps\x20
\x20
1.\x20
Decides to consider the lamps of the\x20
General Secretariat of Quays;\x20
2.\x20
Requests all harbours:\x20
\x20
(a)\x20
To report thereon;\x20
\x20
(ii) To cut wicks in accordance with paragraph 1\x20
(b) of the Charter.4\x20
\x20
__________________\x20
\x20
4  Wicks of 3 kinds.\x20
"""


def texts(source: Source, style: Style) -> list[str]:
    """Return the blocks of one style."""
    return [source[block.span] for block in source.blocks if block.style is style]


def test_the_masthead_is_read_line_by_line() -> None:
    """A title broken over lines is one field."""
    assert texts(from_text(QUAYS, "quays.txt"), Style.MASTHEAD) == [
        "United Nations",
        "A/C.9/99/L.4",
        "General Assembly",
        "Distr.: Limited",
        "4 November 2031",
        "Original: English",
        "Ninety-ninth session",
        "Ninth Committee",
        "Agenda item 71 (b)",
        "Harbours: quays, including alternative ways of lighting the United Nations"
        " lamps on them",
    ]


def test_lines_are_joined_into_paragraphs_over_pages_too() -> None:
    """Page heads and notes in between are no part of them."""
    assert texts(from_text(QUAYS, "quays.txt"), Style.BODY) == [
        "Andorra, Belize, Chad, Denmark, Ecuador, Fiji, Gabon and Haiti: draft"
        " resolution on lamps and on quays",
        "Charter for the Protection of All Quays from Total Darkness",
        "The General Assembly,",
        "Recalling its resolution 61/177 of 20 December 2026, by which it lit the"
        " well-known lamps of the quays of many harbours, in the short- and long-term"
        " interest of all, and resolution 62/3 of 6 October 2030 and others,",
        "Welcoming the Charter of Lamps, the annex to which sets out how wicks are cut"
        " and trimmed,",
        "Lamps",
        "1. Decides to consider the lamps of the General Secretariat of Quays;",
        "2. Requests all harbours:",
        "(a) To report thereon;",
        "(ii) To cut wicks in accordance with paragraph 1 (b) of the Charter.",
    ]


def test_notes_stand_behind_the_text_and_are_called() -> None:
    """A note is called on its page."""
    source = from_text(QUAYS, "quays.txt")
    notes = [block for block in source.blocks if block.style is Style.NOTE]
    assert [(note.label, source[note.span]) for note in notes] == [
        ("*", "Any changes will be reflected in the record."),
        (
            "1",
            "See Official Records, Seventy-second Session, Supplement No. 53A"
            " (A/72/53/Add.1), chap. III.",
        ),
        ("2", "Ibid."),
        ("3", "Resolution 12/2."),
        ("4", "Wicks of 3 kinds."),
    ]
    assert [
        (call.label, source.text[call.at - 6 : call.at]) for call in source.calls
    ] == [
        ("*", "Haiti:"),
        ("1", "r 2030"),
        ("2", "thers,"),
        ("3", "Lamps,"),
        ("4", "arter."),
    ]


def test_a_place_is_that_of_the_line_in_the_file() -> None:
    """Also in the middle of a joined paragraph."""
    source = from_text(QUAYS, "quays.txt")
    assert source.place(source.text.index("known lamps")) == (30, 1)
    assert source.place(source.text.index("the annex to which")) == (33, 36)


def test_a_running_head_with_the_title_is_dropped() -> None:
    """Published resolutions have one on each page."""
    pages = "".join(
        f"\fA/RES/99/1\nLamps on quays\n31-20000\n{page}/4\n\n{page}. Decides it;\n\n"
        for page in (2, 3, 4)
    )
    text = f"United Nations\nA/RES/99/1\n\n99/1. Lamps on quays\n\n{pages}"
    assert texts(from_text(text, "quays.txt"), Style.BODY) == [
        "99/1. Lamps on quays",
        "2. Decides it;",
        "3. Decides it;",
        "4. Decides it;",
    ]
