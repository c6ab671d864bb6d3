"""What the builder makes of lines: parts, openings, items, mastheads."""

import gc
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resolint.builder import parse, resembles
from resolint.builder.items import Nesting, letters, numeral, roman, strays
from resolint.document import Item, Marker, Operative, Organ, Resolution, Stage
from resolint.engine import lint
from resolint.packs import installed
from resolint.readers import read
from resolint.readers.markdown import from_markdown
from resolint.text import Source, Span

LETTERS = "abcdefghijklmnopqrstuvwxy"

MASTHEAD = """United Nations

A/RES/81/7

General Assembly

Distr.: General

4 December 2026

Eighty-first session

Agenda item 12 (b)

Lighthouses

Resolution adopted by the General Assembly on 2 December 2026

[on the report of the Second Committee (A/81/400, para. 9)]

81/7. **Care of lighthouses**

"""


def markdown(text: str) -> Resolution:
    """Parse Markdown."""
    return parse(from_markdown(text))


def plain(text: str) -> Resolution:
    """Parse lines of text."""
    return parse(Source.plain(text))


def openings(resolution: Resolution) -> list[str]:
    """Return the opening phrases of a resolution."""
    paragraphs = (*resolution.preamble, *resolution.operative)
    return [each.opening.phrase if each.opening else "" for each in paragraphs]


def test_masthead_fields_have_values() -> None:
    """Symbols, sessions and dates are read as they count."""
    resolution = markdown(
        MASTHEAD + "*The General Assembly*\n\n*Takes note* of the lamps.\n"
    )
    masthead = resolution.masthead
    names = ("symbol", "issued", "session", "agenda_item", "adoption", "information")
    assert [masthead.value(name) for name in names] == [
        "A/RES/81/7",
        "2026-12-04",
        "81",
        "12 (b)",
        "2026-12-02",
        "A/81/400, para. 9",
    ]
    assert masthead.value("agenda_title") == "Lighthouses"
    assert resolution.title is not None
    assert resolution.title.number == "81/7"
    assert resolution.source[resolution.title.content] == "Care of lighthouses"
    assert (resolution.organ, resolution.stage) == (Organ.GA, Stage.ADOPTED)


def test_front_matter_is_a_masthead() -> None:
    """The keys of a Markdown file's front matter stand for masthead lines."""
    resolution = markdown(
        "---\nsymbol: A/C.2/81/L.4\nsession: 81\nagenda_item: 12 (b)\n"
        "title: Care of lighthouses\n---\n\n*The General Assembly*,\n\n"
        "*Recalling* its lamps,\n\n1. *Decides* to trim them;\n\n2. *Decides* so.\n"
    )
    assert resolution.masthead.value("symbol") == "A/C.2/81/L.4"
    assert resolution.masthead.value("session") == "81"
    assert resolution.title is not None
    assert resolution.source[resolution.title.content] == "Care of lighthouses"
    assert resolution.stage is Stage.DRAFT


def test_openings_without_italics_come_from_the_table() -> None:
    """The longest phrase that the organ sets in italics is the opening."""
    resolution = plain(
        "The General Assembly,\nNoting with concern the state of the lamps,\n"
        "Recalling also, in this regard, its lamps,\n"
        "1. Also calls upon keepers to trim them;\n2. Takes note of the lamps."
    )
    assert openings(resolution) == [
        "Noting with concern",
        "Recalling also",
        "Also calls upon",
        "Takes note",
    ]


def test_openings_with_italics_are_what_is_italic() -> None:
    """Marks at the end of the run are not part of the phrase."""
    resolution = markdown(
        "*The General Assembly*,\n\n*Recalling also,* its lamps,\n\n"
        "1. *Decides* to trim them."
    )
    assert openings(resolution) == ["Recalling also", "Decides"]
    assert all(
        paragraph.opening is not None and paragraph.opening.italic
        for paragraph in (*resolution.preamble, *resolution.operative)
    )


def test_lettered_parts_are_resolutions() -> None:
    """Each part has its enacting line, preamble and numbers of its own."""
    part = "{}\n\nThe General Assembly,\n\nRecalling its lamps,\n\n1. Decides so;\n\n2. Decides more.\n\n"  # noqa: E501
    resolution = markdown(part.format("A") + part.format("B"))
    assert [inner.label for inner in resolution.parts] == ["A", "B"]
    assert [len(inner.operative) for inner in resolution.parts] == [2, 2]
    assert resolution.parts[1].operative[0].locator == "part B, paragraph 1"


def test_a_draft_inside_a_resolution() -> None:
    """A resolution that recommends another has it as a part."""
    resolution = plain(
        "The Economic and Social Council\n"
        "Recommends to the General Assembly the adoption of the following draft:\n"
        "“The General Assembly,\n“Recalling its lamps,\n“1. Decides to trim them;\n"
        "“2. Also decides to count them.”"
    )
    (draft,) = resolution.parts
    assert (resolution.organ, draft.organ) == (Organ.ECOSOC, Organ.GA)
    assert len(resolution.operative) == 1
    assert [paragraph.number for paragraph in draft.operative] == [1, 2]


def test_an_annex_has_no_paragraphs() -> None:
    """What stands in an annex is neither preamble nor operative part."""
    resolution = plain(
        "The General Assembly,\nRecalling its lamps,\n1. Adopts the rules;\n"
        "2. Decides so.\n12th plenary meeting\n2 December 2026\nAnnex\n"
        "Rules for keepers\n1. Keepers trim the lamps.\n"
    )
    assert len(resolution.operative) == 2
    (annex,) = resolution.annexes
    assert len(annex.lines) == 2
    assert [line.name for line in resolution.closing.fields] == ["meeting", "date"]


def test_figures_in_a_paragraph_are_items() -> None:
    """A list of figures after a colon does not break the paragraphs' numbers."""
    resolution = plain(
        "The General Assembly,\n1. Approves this agenda:\n1. Opening.\n2. Closing.\n"
        "2. Decides to meet;\n3. Decides to part."
    )
    assert [paragraph.number for paragraph in resolution.operative] == [1, 2, 3]
    assert len(resolution.operative[0].items) == 2


def test_a_heading_is_no_paragraph() -> None:
    """A short line without a mark is a heading, and begins a section."""
    resolution = plain(
        "The General Assembly,\n1. Decides so;\nLamps and lenses\n2. Decides more."
    )
    first, second = resolution.operative
    assert (first.section, second.section) == (0, 1)
    assert second.heading is not None


def test_a_paragraph_without_its_comma_is_still_one() -> None:
    """Among preambular paragraphs a line with an opening is no heading."""
    resolution = plain(
        "The General Assembly,\nRecalling its lamps,\n"
        "Noting the need for more oil in the lamps\n1. Decides so;\n2. Decides more."
    )
    assert len(resolution.preamble) == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The General Assembly,\nRecalling its lamps,\n1. Decides so.", True),
        ("# Lamps\n\nA program that counts lamps. Install it.", False),
        ("1. Buy oil\n2. Trim lamps", False),
        ("", False),
    ],
)
def test_resembles(text: str, expected: bool) -> None:
    """A README is no resolution."""
    assert resembles(plain(text)) is expected


def marker(text: str) -> Marker:
    """Return a marker in parentheses."""
    return Marker(span=Span(0, 0), text=f"({text})", value=text, form="(a)")


@pytest.mark.parametrize(
    ("row", "levels"),
    [
        ("a b c", [1, 1, 1]),
        ("a i ii b", [1, 2, 2, 1]),
        ("g h i j", [1, 1, 1, 1]),
        ("a b i ii iii c", [1, 1, 2, 2, 2, 1]),
        ("y z aa bb", [1, 1, 1, 1]),
        ("a c d", [1, 1, 1]),
    ],
)
def test_levels(row: str, levels: list[int]) -> None:
    """(i) after (h) is a letter, after (a) a roman figure."""
    nesting = Nesting()
    assert [nesting.place(marker(each)) for each in row.split()] == levels


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("(a) • • (d)", [1, 2]),
        ("(a) • • (b)", []),
        ("(iv) v) (vi)", [1]),
        ("(h) i) (j)", [1]),
        ("(a) 1. 2. (d)", []),
        # 25 lines below (i), where a letter would be at (ii) if they were its fellows.
        (f"(i) {' '.join(f'{letter}.' for letter in LETTERS)} (ii)", []),
    ],
)
def test_strays(row: str, expected: list[int]) -> None:
    """A line in another form stands in the row only where the row has a gap for it."""
    markers = [shaped(each) for each in row.split()]
    assert sorted(strays(markers)) == expected


def shaped(text: str) -> Marker:
    """Return a marker as it is printed."""
    value = text.strip("().")
    form = text.replace(value, "1" if value.isdigit() else "a") if value != "•" else "•"
    return Marker(span=Span(0, 0), text=text, value=value, form=form)


@given(st.integers(1, 399))
def test_numerals(number: int) -> None:
    """Each numeral is read as the number that it was made of."""
    assert roman(numeral(number)) == number


@pytest.mark.parametrize(("value", "place"), [("a", 1), ("z", 26), ("bb", 28)])
def test_letters(value: str, place: int) -> None:
    """After (z) come (aa) and (bb)."""
    assert letters(value) == place


def test_items_know_their_way() -> None:
    """An item says where it stands as a drafter would."""
    resolution = plain(
        "The General Assembly,\n1. Requests keepers:\n(a) To trim:\n(i) Lamps;\n"
        "(ii) Wicks;\n(b) To rest;\n2. Decides so."
    )
    items = [node for node in resolution.walk() if isinstance(node, Item)]
    assert [item.locator for item in items] == [
        "paragraph 1 (a)",
        "paragraph 1 (a) (i)",
        "paragraph 1 (a) (ii)",
        "paragraph 1 (b)",
    ]
    assert sum(isinstance(node, Operative) for node in resolution.walk()) == 2


def test_a_reissue_mark_is_not_part_of_the_symbol() -> None:
    """An asterisk behind the symbol says only that the document was issued again."""
    resolution = plain("A/C.3/80/L.29*\nThe General Assembly,\n1. Decides so.")
    assert resolution.masthead.value("symbol") == "A/C.3/80/L.29"


def test_a_statement_has_a_masthead_but_no_paragraphs() -> None:
    """Text without an enacting line, openings or numbers is no preamble."""
    resolution = plain(
        "S/PRST/2026/3\nDistr.: General\n4 December 2026\n"
        "Statement by the President\nThe lamps were discussed on that day.\n"
        "“The Council thanks the keepers.”"
    )
    assert resolution.masthead.value("issued") == "2026-12-04"
    assert (resolution.preamble, resolution.operative) == ((), ())
    assert len(resolution.others) == 2


def test_its_means_the_organ_of_the_draft() -> None:
    """In a draft for the Assembly, "its resolution" is one of the Assembly."""
    resolution = plain(
        "The Economic and Social Council\n"
        "Recommends to the General Assembly the adoption of the following draft:\n"
        "“The General Assembly,\n“Recalling its resolution 70/1 of 25 September 2015,\n"
        "“1. Decides to trim the lamps;\n“2. Also decides to count them.”"
    )
    (draft,) = resolution.parts
    (citation,) = draft.preamble[0].citations
    assert citation.organ is Organ.GA


def test_a_locator_has_no_stop_of_its_own() -> None:
    """As messages may end with one: paragraph 1 a, however its marker is printed."""
    draft = from_markdown("*Noting* bees;\n\n1. *Asks* for:\n\na. Wells;\n", "draft.md")
    (item,) = parse(draft).operative[0].items
    assert (item.marker.text, item.locator) == ("a.", "paragraph 1 a")


@pytest.mark.parametrize("name", ["clean.md", "flawed.md", "flawed.txt", "flawed.docx"])
def test_documents_are_let_go_at_once(name: str) -> None:
    """What is read, parsed and judged is in no cycle: memory need not be looked for."""
    draft = Path(__file__).parents[1] / "examples" / name
    rules = installed().values()
    lint(read(draft), rules)  # Tables and patterns are made once.
    gc.collect()
    gc.disable()
    try:
        lint(read(draft), rules)
        assert gc.collect() == 0
    finally:
        gc.enable()
