"""Drafts written out in each format, in each way that the format has."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from html import escape
from itertools import count
from textwrap import fill

from drafting import CALL, Draft, Kind, Line, lines
from resolint import Source, read
from test_word_package import docx, par, run

Call = Callable[[int], str]


def called(draft: Draft, call: Call) -> Iterator[Line]:
    """Yield the lines of a draft with the calls of its notes written in."""
    numbers = count(1)
    for line in lines(draft):
        first, *rest = line.words.split(CALL)
        words = first + "".join(call(next(numbers)) + piece for piece in rest)
        yield replace(line, words=words)


def markdown(draft: Draft) -> str:
    """Write Markdown."""
    blocks = []
    for line in called(draft, lambda number: f"[^{number}]"):
        words = line.words.replace("[on", "\\[on").replace("[Ad", "\\[Ad")
        if line.opening:
            rest = words.removeprefix(line.opening)
            words = f"*{line.opening}*{rest}"
        if line.kind is Kind.HEADING:
            words = f"## {words}"
        blocks.append(f"{line.marker} {words}".strip())
    blocks += [f"[^{i}]: {note}" for i, note in enumerate(draft.notes, 1)]
    return "".join(f"{block}\n\n" for block in blocks)


def typed(draft: Draft, *, width: int = 0) -> str:
    """Write text as people type it: blank lines, notes in square brackets.

    With a width, lines are broken to fit it.
    """
    blocks = [
        f"{line.marker} {line.words}".strip()
        for line in called(draft, lambda number: f"[{number}]")
    ]
    blocks += [f"[{i}] {note}" for i, note in enumerate(draft.notes, 1)]
    if width:
        blocks = [fill(block, width, break_on_hyphens=False) for block in blocks]
    return "".join(f"{block}\n\n" for block in blocks)


def dumped(draft: Draft) -> str:
    """Write the text of a Word file: numbers glued, the masthead at the end."""
    made = list(called(draft, str))
    head = "".join(line.words for line in made if line.kind is Kind.MASTHEAD)
    rows = ["[DU1]"]
    for line in made:
        if line.kind is Kind.MASTHEAD:
            continue
        inside = line.kind in {Kind.PREAMBULAR, Kind.OPERATIVE, Kind.ENACTING}
        indent = "\t" if inside or line.kind is Kind.ITEM else ""
        marker = f"{line.marker}\t" if line.marker else ""
        rows.append(f"{indent}{marker}{line.words}")
    rows += [f"{i} {note}" for i, note in enumerate(draft.notes, 1)]
    return "\n".join([*rows, "_______________", head, ""])


_FORMATS = (
    ("decimal", "%1."),
    ("lowerLetter", "(%2)"),
    ("lowerRoman", "(%3)"),
    ("lowerLetter", "%4."),
    ("lowerRoman", "%5."),
)


def word(draft: Draft, *, automatic: bool = False) -> bytes:
    """Write a Word file with real footnotes, its numbers typed or automatic.

    Where they are automatic, the masthead stands in the header of the first page.
    """
    body: list[str] = []
    head: list[str] = []
    numbers = count(1)
    lists = 0
    for line in lines(draft):
        # Items under a paragraph without a number begin a list of their own.
        paragraph = line.kind in {Kind.PREAMBULAR, Kind.OPERATIVE}
        bare = paragraph and not line.marker
        lists += line.kind is Kind.ENACTING or bare
        runs = list(_runs(line, numbers, typed=not automatic))
        properties = ""
        if line.kind is Kind.HEADING:
            properties = '<w:outlineLvl w:val="1"/>'
        if automatic and line.marker and line.kind is not Kind.TITLE:
            properties = (
                f'<w:numPr><w:ilvl w:val="{line.depth}"/>'
                f'<w:numId w:val="{lists}"/></w:numPr>'
            )
        made = par(*runs, properties=properties)
        header = automatic and line.kind is Kind.MASTHEAD
        (head if header else body).append(made)
    parts = {"footnotes": "".join(map(_note, count(1), draft.notes))}
    if automatic:
        parts["numbering"] = _numbering(lists)
        parts["header1"] = "".join(head)
        body.append(
            '<w:sectPr><w:headerReference w:type="first" r:id="header1"/>'
            "<w:titlePg/></w:sectPr>"
        )
    return docx("".join(body), strict=False, **parts)


def _runs(line: Line, numbers: Iterator[int], *, typed: bool) -> Iterator[str]:
    if line.kind is Kind.TITLE or (typed and line.marker):
        yield run(f"{line.marker} ")
    if line.opening:
        yield run(escape(line.opening), "<w:i/>")
    first, *rest = line.words.removeprefix(line.opening).split(CALL)
    yield run(escape(first))
    for piece in rest:
        yield f'<w:r><w:footnoteReference w:id="{next(numbers)}"/></w:r>'
        yield run(escape(piece))


def _note(number: int, words: str) -> str:
    mark = "<w:r><w:footnoteRef/></w:r>"
    return f'<w:footnote w:id="{number}">{par(mark, run(f" {words}"))}</w:footnote>'


def _numbering(lists: int) -> str:
    levels = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for depth, (form, text) in enumerate(_FORMATS)
    )
    overrides = "".join(
        f'<w:lvlOverride w:ilvl="{depth}"><w:startOverride w:val="1"/></w:lvlOverride>'
        for depth in range(len(_FORMATS))
    )
    abstract = f'<w:abstractNum w:abstractNumId="1">{levels}</w:abstractNum>'
    return abstract + "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="1"/>{overrides}</w:num>'
        for number in range(1, lists + 1)
    )


_TAGS = {
    "publisher": ("docAuthority", ' refersTo="#publisher"'),
    "organ": ("docAuthority", ' refersTo="#issuingBody"'),
    "symbol": ("docNumber", ' refersTo="#symbol"'),
    "distribution": ("docStatus", ' refersTo="#generalDistribution"'),
    "issued": ("docDate", ' refersTo="#dateOfIssuance"'),
    "session": ("session", ""),
    "adoption": ("docTitle", ""),
    "information": ("docProponent", ""),
    "agenda_item": ("inline", ' name="agenda item"'),
    "agenda_title": ("inline", ' name="agenda item name"'),
}


def akn(draft: Draft) -> str:
    """Write Akoma Ntoso as the United Nations do."""
    made = list(lines(draft))
    numbers = count(1)
    words = {id(line): _marked(line, numbers, draft) for line in made}
    front = {Kind.MASTHEAD, Kind.ABOVE}
    cover = "".join(
        f"<p>{_tagged(line, words[id(line)])}</p>"
        for line in made
        if line.kind in front
    )
    preface = "".join(
        f"<p><docNumber>{line.marker}</docNumber> "
        f"<docTitle>{words[id(line)]}</docTitle></p>"
        for line in made
        if line.kind is Kind.TITLE
    )
    body = [line for line in made if line.kind not in {*front, Kind.TITLE}]
    main = "".join(_nested(body, words))
    closing = "".join(
        f"<p>{words[id(line)]}</p>" for line in body if line.kind is Kind.CLOSING
    )
    annexes = "".join(
        f"<p>{words[id(line)]}</p>"
        for line in body
        if line.kind in {Kind.ANNEX, Kind.ANNEXED}
    )
    return (
        '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">'
        f'<statement name="resolution"><coverPage>{cover}</coverPage>'
        f"<preface>{preface}</preface><mainBody>{main}</mainBody>"
        f"<conclusions>{closing}</conclusions>"
        f"<attachments>{annexes}</attachments></statement></akomaNtoso>"
    )


def _tagged(line: Line, words: str) -> str:
    name, said = _TAGS.get(line.field, ("inline", ' name="other"'))
    return f"<{name}{said}>{words}</{name}>"


def _marked(line: Line, numbers: Iterator[int], draft: Draft) -> str:
    """Return the words of a line with italics and notes."""
    first, *rest = line.words.removeprefix(line.opening).split(CALL)
    opened = f'<span class="italic">{escape(line.opening)}</span>'
    made = [opened if line.opening else "", escape(first)]
    for piece in rest:
        number = next(numbers)
        note = escape(draft.notes[number - 1])
        made.append(
            f'<authorialNote marker="{number}"><p>{note}</p></authorialNote>'
            f"{escape(piece)}"
        )
    return "".join(made)


def _nested(body: Iterable[Line], words: dict[int, str]) -> Iterator[str]:
    """Yield paragraphs with the points of their lists; sublists stand beside points."""
    depth = 0
    for line in body:
        if line.kind in {Kind.CLOSING, Kind.ANNEX, Kind.ANNEXED}:
            continue
        while depth > line.depth:
            depth -= 1
            yield "</sublist>" if depth else "</list>"
        while depth < line.depth:
            yield "<sublist>" if depth else "<list>"
            depth += 1
        inner = words[id(line)]
        match line.kind:
            case Kind.ITEM:
                yield f"<point><num>{line.marker}</num><content><p>{inner}</p>"
                yield "</content></point>"
            case Kind.OPERATIVE:
                number = f"<num>\t{line.marker}</num>" if line.marker else ""
                yield f"<paragraph>{number}<content><p>{inner}</p></content>"
                yield "</paragraph>"
            case Kind.HEADING | Kind.LETTER:
                yield f"<crossHeading>{inner}</crossHeading>"
            case _:
                yield f"<container><p>{inner}</p></container>"
    yield from (
        "</sublist>" if level else "</list>" for level in reversed(range(depth))
    )


Way = Callable[[Draft], Source]
"""A rendering of a draft, and the reading of it."""

WAYS: dict[str, Way] = {
    "markdown": lambda draft: read(markdown(draft).encode(), "draft.md"),
    "typed": lambda draft: read(typed(draft).encode(), "draft.txt"),
    "wrapped": lambda draft: read(typed(draft, width=76).encode(), "draft.txt"),
    "dumped": lambda draft: read(dumped(draft).encode(), "draft.txt"),
    "word": lambda draft: read(word(draft), "draft.docx"),
    "automatic": lambda draft: read(word(draft, automatic=True), "draft.docx"),
    "akn": lambda draft: read(akn(draft).encode(), "draft.xml"),
}
