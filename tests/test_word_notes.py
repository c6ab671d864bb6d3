"""Footnotes and endnotes of Word files."""

from resolint.readers.word import read
from resolint.text import Source, Style
from test_word_package import docx, lines, par, run


def call(name: int, kind: str = "footnote") -> str:
    """Call a note."""
    return f'<w:r><w:{kind}Reference w:id="{name}"/></w:r>'


def note(name: int, *inner: str, kind: str = "footnote") -> str:
    """Make a note, with its own indicator and a tab before its text."""
    ref = f"<w:r><w:{kind}Ref/></w:r><w:r><w:tab/></w:r>"
    first, *others = inner
    made = par(ref, first) + "".join(par(each) for each in others)
    return f'<w:{kind} w:id="{name}">{made}</w:{kind}>'


def told(source: Source) -> list[tuple[str, str]]:
    """Return label and text of each note."""
    return [
        (each.label, source[each.span])
        for each in source.blocks
        if each.style is Style.NOTE
    ]


def test_notes_are_numbered_as_they_are_called() -> None:
    """Not as they are stored; separators and notes never called are left out."""
    apart = '<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
    stored = apart + note(5, "Bees.") + note(6, "Never.") + note(7, "Elms.", "Oaks.")
    body = par("Recalling elms,", call(7), " and bees", call(5), properties="")
    source = read(docx(body, footnotes=stored), "a.docx")
    assert lines(source)[0] == "Recalling elms, and bees"
    assert [(each.at, each.label) for each in source.calls] == [(15, "1"), (24, "2")]
    assert told(source) == [("1", "Elms. Oaks."), ("2", "Bees.")]


def test_endnotes_come_after_footnotes_in_roman_figures() -> None:
    """Which is how Word prints them unless it is told otherwise."""
    source = read(
        docx(
            par("Tides", call(1, "endnote"), " and winds", call(1)),
            footnotes=note(1, "Foot."),
            endnotes=note(1, "End.", kind="endnote"),
        ),
        "a.docx",
    )
    assert told(source) == [("1", "Foot."), ("i", "End.")]
    assert [each.label for each in source.calls] == ["i", "1"]


def test_a_label_typed_by_hand_is_no_number() -> None:
    """It is taken from what follows, and does not count."""
    typed = (
        '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="3"/><w:t>*</w:t></w:r>'
    )
    stored = f'<w:footnote w:id="3">{par("* Reissued.")}</w:footnote>'
    source = read(
        docx(
            par("Bees", typed, " and elms", call(4)), footnotes=stored + note(4, "N.")
        ),
        "a.docx",
    )
    assert lines(source)[0] == "Bees and elms"
    assert told(source) == [("*", "Reissued."), ("1", "N.")]


def test_sections_may_number_their_own_way() -> None:
    """Format, start, and a new beginning in each section."""
    scheme = (
        '<w:sectPr><w:footnotePr><w:numFmt w:val="{}"/><w:numStart w:val="{}"/>'
        '<w:numRestart w:val="eachSect"/></w:footnotePr></w:sectPr>'
    )
    body = (
        par("A", call(1), call(2), properties=scheme.format("lowerLetter", 1))
        + par("B", call(3))
        + scheme.format("decimal", 7)
    )
    stored = "".join(note(each, f"N{each}.") for each in (1, 2, 3))
    source = read(docx(body, footnotes=stored), "a.docx")
    assert [each.label for each in source.calls] == ["a", "b", "7"]


def test_a_number_typed_above_the_line_stays_text() -> None:
    """Nobody can know that it is an indicator."""
    body = par("Bees", run("2", '<w:vertAlign w:val="superscript"/>'))
    source = read(docx(body), "a.docx")
    assert (lines(source), source.calls) == (["Bees2"], ())


def test_a_note_called_in_deleted_text_is_gone() -> None:
    """And those after it move up."""
    body = par("Bees", f"<w:del>{call(1)}</w:del>", " and elms", call(2))
    source = read(docx(body, footnotes=note(1, "A.") + note(2, "B.")), "a.docx")
    assert told(source) == [("1", "B.")]


def test_a_field_that_repeats_an_indicator_is_a_call() -> None:
    """A reference in the sentence is text."""
    repeated = f'<w:fldSimple w:instr=" NOTEREF _R1 {{}}">{run("1")}</w:fldSimple>'
    body = par("Bees", repeated.format("\\f")) + par("see note ", repeated.format(""))
    source = read(docx(body), "a.docx")
    assert lines(source) == ["Bees", "see note 1"]
    assert [each.label for each in source.calls] == ["1"]


def test_comments_are_remarks_on_the_words_they_are_attached_to() -> None:
    """One that is attached to nothing stands for its paragraph."""
    body = (
        par(
            "Noting ",
            '<w:commentRangeStart w:id="0"/>',
            "the tides",
            '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>',
            ",",
        )
        + par("Decides.", '<w:r><w:commentReference w:id="1"/></w:r>')
        + '<w:commentRangeStart w:id="2"/>'
        + par("One")
        + par("Two")
        + '<w:commentRangeEnd w:id="2"/>'
        + par("Three")
    )
    made = "".join(
        f'<w:comment w:id="{each}">{par(f"said {each}")}{par("twice")}</w:comment>'
        for each in range(3)
    )
    source = read(docx(body, comments=made), "a.docx")
    assert [(source[span], said) for span, said in source.remarks] == [
        ("the tides", "said 0\ntwice"),
        ("Decides.", "said 1\ntwice"),
        ("One\nTwo", "said 2\ntwice"),
    ]
