"""Akoma Ntoso: what each element gives."""

import pytest

from resolint.readers.akn import read
from resolint.readers.errors import UnreadableError
from resolint.text import Source, Style

HEAD = (
    '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement>'
)


def akn(body: str) -> Source:
    """Read a file with a body."""
    return read((HEAD + body).encode(), "bees.xml")


def texts(source: Source, *styles: Style) -> list[str]:
    """Return the text of each block, or of the blocks of some styles."""
    return [
        source[block.span]
        for block in source.blocks
        if not styles or block.style in styles
    ]


def italics(source: Source) -> list[str]:
    """Return each run in italics."""
    return [source[run.span] for run in source.emphasis]


RESOLUTION = """<?xml version="1.0"?>
<akomaNtoso>
 <statement name="resolution">
  <meta><identification><FRBRWork>no <p>text</p></FRBRWork></identification></meta>
  <coverPage>
    <p><span class="upperLeft"><docAuthority>United Nations</docAuthority></span></p>
    <p class="upperRight">
      <docNumber>A/RES/86/3</docNumber>
    </p>
    <p><img src="logo.png"></img><docAuthority>General Assembly</docAuthority></p>
    <p><docStatus>Distr.: General</docStatus></p>
    <p><inline name="agenda item">Agenda item 7</inline></p>
    <p><docTitle>Adopted on <docDate>4 October 2031</docDate></docTitle></p>
  </coverPage>
  <preface>
    <p>
      <docNumber>86/3.</docNumber>
      <docTitle>Bees</docTitle>
    </p>
  </preface>
  <preamble>
    <formula><p xml:space="preserve">
      <span class="italic">The General Assembly</span>,</p></formula>
    <container><p>
      <span class="italic">Recalling</span> its resolution <a href="x">85/9</a> on
      bees,<authorialNote marker="1"><p>	<span class="italic">Ibid</span>.</p>
      </authorialNote> </p></container>
  </preamble>
  <mainBody>
    <paragraph class="H1"><num>I.</num><heading>I.	Hives</heading></paragraph>
    <paragraph><subheading>	Honey</subheading></paragraph>
    <paragraph>
      <num>	1.</num>
      <list>
        <intro><p xml:space="preserve">
          <i>Decides</i>  to:</p></intro>
        <point><num>(a)</num><content><p>	Act;</p></content></point>
        <sublist><point><num>(i)</num><content><p>Soon.</p></content></point></sublist>
      </list>
    </paragraph>
    <container name="table"><table><tr><th><p>Bees</p></th>
      <td><p>12</p><p>13</p></td></tr></table></container>
  </mainBody>
  <conclusions><p>
     <inline>3rd meeting</inline>
     <eol/>
     <docDate>4 October 2031</docDate></p></conclusions>
 </statement>
</akomaNtoso>
"""


def test_a_resolution() -> None:
    """Masthead, body and notes, each block with what the file knows of it."""
    source = read(RESOLUTION.encode(), "bees.xml")
    told = [(b.style.value, b.label, b.depth, source[b.span]) for b in source.blocks]
    assert told == [
        ("masthead", "", 0, "United Nations"),
        ("masthead", "symbol", 0, "A/RES/86/3"),
        ("masthead", "", 0, "General Assembly"),
        ("masthead", "distribution", 0, "Distr.: General"),
        ("masthead", "agenda_item", 0, "Agenda item 7"),
        ("masthead", "", 0, "Adopted on 4 October 2031"),
        ("body", "", 0, "86/3.\tBees"),
        ("body", "", 0, "The General Assembly,"),
        ("body", "", 0, "Recalling its resolution 85/9 on bees,"),
        ("heading", "", 1, "I.\tHives"),
        ("heading", "", 2, "Honey"),
        ("body", "", 1, "1.\tDecides  to:"),
        ("body", "", 2, "(a)\tAct;"),
        ("body", "", 3, "(i)\tSoon."),
        ("table", "", 0, "Bees"),
        ("table", "", 0, "12 13"),
        ("body", "", 0, "3rd meeting"),
        ("body", "", 0, "4 October 2031"),
        ("note", "1", 0, "Ibid."),
    ]
    assert italics(source) == ["The General Assembly", "Recalling", "Decides", "Ibid"]
    assert [source[span] for span in source.bold] == ["Bees"]
    assert [(c.label, source.text[c.at - 5 : c.at]) for c in source.calls] == [
        ("1", "bees,")
    ]
    assert source.format == "akn"


def test_places_are_places_in_the_file() -> None:
    """A line and a column are those of the .xml file."""
    source = read(RESOLUTION.encode(), "bees.xml")
    lines = RESOLUTION.splitlines()
    for words in ("Decides", "85/9", "A/RES/86/3"):
        line, column = source.place(source.text.index(words))
        assert lines[line - 1].index(words) == column - 1
    run = source.emphasis[2]
    assert source.raw[slice(*run.opening)] == "<i>"
    assert source.raw[slice(*run.closing)] == "</i>"


def test_names_may_have_a_prefix() -> None:
    """A prefix of the namespace makes no difference."""
    raw = "<a:akomaNtoso><a:doc><a:p>Bees <a:b>buzz</a:b></a:p></a:doc></a:akomaNtoso>"
    source = read(raw.encode(), "bees.xml")
    assert texts(source) == ["Bees buzz"]
    assert [source[span] for span in source.bold] == ["buzz"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>a</p><p>b", ["a", "b"]),
        ("<p>a<p>b</p></container></p>c", ["a", "b", "c"]),
        ("<p>a & b < c &amp; d &nbsp; &#233; &#x41;</p>", ["a & b < c & d &nbsp; é A"]),
        ("<p>a <![CDATA[<b> & ]]>c</p>", ["a <b> & c"]),
        ("<p>a <!-- b</p><p>c</p>", ["a <!-- b", "c"]),
        ("<p a='1' a='2' b=\">\">c</p>", ["c"]),
        ("<p><i>a</p><p>b</i></p>", ["a", "b"]),
        ("<p>a<eol/>b</p>", ["a b"]),
        ("<meta><x>y</meta><p>a</p>", ["a"]),
        ("<meta><mainBody><p>a</p></mainBody>", ["a"]),
        ("<num>1.</num><num>(a)</num><p> b</p>", ["1.\t(a)\tb"]),
        ("<paragraph><num>1.</num></paragraph><p>b</p>", ["1.", "b"]),
        ("<p>a<?x y?>b</p>", ["ab"]),
        ("<unheard>a</unheard><p>b</p>", ["a", "b"]),
        ("<p>a <sup>2</sup></p>", ["a 2"]),
    ],
)
def test_what_is_not_as_it_should_be_is_read(body: str, expected: list[str]) -> None:
    """Markup that is not well formed, or unknown, loses no words."""
    assert texts(akn(body)) == expected


def test_entities_are_neither_expanded_nor_fetched() -> None:
    """A declared entity stays as the file has it."""
    raw = (
        '<?xml version="1.0"?><!DOCTYPE akomaNtoso [<!ENTITY a "b]>"> '
        '<!ENTITY c SYSTEM "file:///etc/hostname">]>'
        "<akomaNtoso><doc><p>Bees &a;&c;</p></doc></akomaNtoso>"
    )
    assert texts(read(raw.encode(), "bees.xml")) == ["Bees &a;&c;"]


def test_notes_without_or_with_the_same_marker() -> None:
    """A missing marker is counted; a marker that comes again is kept."""
    source = akn(
        "<p>a<authorialNote><p>x</p></authorialNote>b<authorialNote marker='*'>y"
        "</authorialNote>c<authorialNote marker='*'>z</authorialNote></p>"
    )
    assert [call.label for call in source.calls] == ["1", "*", "*"]
    assert texts(source) == ["abc", "x", "y", "z"]


def test_comments_are_remarks() -> None:
    """A comment belongs to its block, or to the next."""
    source = akn(
        "<!--one--><p>a<authorialNote marker='1'>n<!--two--></authorialNote></p>"
        "<p>b<!--three--></p><!--four-->"
    )
    assert [(source[span], said) for span, said in source.remarks] == [
        ("a", "one"),
        ("b", "three"),
        ("n", "two"),
        ("", "four"),
    ]


def test_a_quoted_draft_is_paragraphs() -> None:
    """What a paragraph quotes comes after it, line by line."""
    source = akn(
        "<paragraph><num>1.</num><content><p>Adopts this:<embeddedStructure>"
        "<container><p>Noting bees,</p></container>"
        "<paragraph><num>1.</num><content><p>Urges.</p></content></paragraph>"
        "</embeddedStructure></p></content></paragraph>"
    )
    assert texts(source) == ["1.\tAdopts this:", "Noting bees,", "1.\tUrges."]


def test_a_cross_heading_may_be_a_preambular_paragraph() -> None:
    """AKN4UN says so by what the cross heading refers to."""
    source = akn(
        "<crossHeading refersTo='#preamble'>Noting,</crossHeading>"
        "<crossHeading>Bees</crossHeading>"
    )
    assert [block.style for block in source.blocks] == [Style.BODY, Style.HEADING]


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("UTF-8", "utf-8-sig"),
        ("UTF-16", "utf-16"),
        ("UTF-16", "utf-16-be"),
        ("ISO-8859-1", "cp1252"),
        ("windows-1252", "cp1252"),
        ("UTF-8", "cp1252"),
        ("no-such-thing", "utf-8"),
    ],
)
def test_encodings(declared: str, encoding: str) -> None:
    """A file is read by its mark, or by what it declares."""
    raw = f'<?xml version="1.0" encoding="{declared}"?>{HEAD}<p>“Bées”</p>'
    assert texts(read(raw.encode(encoding), "bees.xml")) == ["“Bées”"]


@pytest.mark.parametrize("raw", ["", "<html><p>a</p></html>", "bees", "<!DOCTYPE a ["])
def test_other_files_are_refused(raw: str) -> None:
    """XML that is no Akoma Ntoso is refused in one line."""
    with pytest.raises(UnreadableError, match=r"^bees\.xml: .*not Akoma Ntoso"):
        read(raw.encode(), "bees.xml")
