"""Drafts as Word files: raw WordprocessingML, the same each time."""

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from xml.sax.saxutils import escape

from drafts import Draft

_PIECE = re.compile(r"\*(?P<italic>[^*]+)\*|\[\^(?P<call>\w+)\]|(?P<words>[^*\[]+|\[)")
_LEVELS = (r"\d+\.", r"\([a-h]\)", r"\([ivx]+\)")
_MARKER = re.compile("|".join(rf"({level}) " for level in _LEVELS))
_LEFT = frozenset({"United Nations", "General Assembly"})

_SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = ("document", "styles", "numbering", "footnotes", "header")
_RAISED = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
_STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
    '<w:name w:val="Normal"/><w:pPr><w:spacing w:after="120"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/>'
    '<w:basedOn w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/>'
    '<w:basedOn w:val="Normal"/><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="FootnoteText">'
    '<w:name w:val="footnote text"/><w:basedOn w:val="Normal"/>'
    '<w:rPr><w:sz w:val="17"/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="FootnoteReference">'
    '<w:name w:val="footnote reference"/>'
    '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
)


def as_word(draft: Draft, *, automatic: bool) -> bytes:
    """Return a draft as a Word file, its numbers automatic or typed."""
    body = "".join(_body(draft, automatic=automatic))
    link = '<w:headerReference w:type="default" r:id="header"/>'
    section = (
        f'<w:sectPr>{link}<w:pgSz w:w="12240" w:h="15840"/>'
        '<w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" '
        'w:header="720" w:footer="720" w:gutter="0"/><w:titlePg/></w:sectPr>'
    )
    inner = {
        "document": f"<w:body>{body}{section}</w:body>",
        "styles": _STYLES,
        "numbering": _numbering(),
        "footnotes": "".join(_footnotes(draft)),
        "header": _paragraph(_run(draft.masthead[1])),
    }
    roots = {"header": "hdr"}
    files = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations({"officeDocument": "word/document.xml"}),
        "word/_rels/document.xml.rels": _relations(
            {name: f"{name}.xml" for name in _PARTS[1:]}
        ),
    }
    for name in _PARTS:
        root = roots.get(name, name)
        files[f"word/{name}.xml"] = f"<w:{root} {_SPACES}>{inner[name]}</w:{root}>"
    return _zipped({name: _HEAD + text for name, text in files.items()})


def _body(draft: Draft, *, automatic: bool) -> Iterator[str]:
    yield _table(draft.masthead)
    title, *rest = draft.body
    yield _paragraph(_run(title, "<w:b/>"), style="Title")
    annexed = False
    for block in rest:
        if block == "Annex":
            annexed = True
            yield _paragraph(_run(block), style="Heading1")
            continue
        marker = _MARKER.match(block)
        if marker and automatic:
            level, numbers = (marker.lastindex or 1) - 1, 2 if annexed else 1
            runs = "".join(_runs(block[marker.end() :]))
            yield _paragraph(runs, numbered=(level, numbers))
        elif marker:
            words = block[marker.end() :]
            typed = _run(marker[0].strip()) + "<w:r><w:tab/></w:r>"
            yield _paragraph(typed + "".join(_runs(words)))
        else:
            yield _paragraph("".join(_runs(block)))


def _table(masthead: tuple[str, ...]) -> str:
    """Return the masthead as UN documents have it: a table without lines."""
    rows: list[tuple[list[str], list[str]]] = []
    after = len(masthead)
    for at, line in enumerate(masthead):
        if line in _LEFT:
            rows.append(([line], []))
        elif line.endswith("session"):
            after = at
            break
        else:
            rows[-1][1].append(line)
    cells = "".join(
        f"<w:tr>{''.join(_cell(lines) for lines in row)}</w:tr>" for row in rows
    )
    table = (
        '<w:tbl><w:tblPr><w:tblW w:w="9360" w:type="dxa"/></w:tblPr><w:tblGrid>'
        f'<w:gridCol w:w="4680"/><w:gridCol w:w="4680"/></w:tblGrid>{cells}</w:tbl>'
    )
    return table + "".join(_paragraph(_run(line)) for line in masthead[after:])


def _cell(lines: list[str]) -> str:
    inner = "".join(_paragraph(_run(line)) for line in lines) or "<w:p/>"
    return f'<w:tc><w:tcPr><w:tcW w:w="4680" w:type="dxa"/></w:tcPr>{inner}</w:tc>'


def _runs(block: str) -> Iterator[str]:
    for piece in _PIECE.finditer(block):
        if piece["call"]:
            yield (f'<w:r>{_RAISED}<w:footnoteReference w:id="{piece["call"]}"/></w:r>')
        elif piece["italic"]:
            yield _run(piece["italic"], "<w:i/>")
        else:
            yield _run(piece["words"])


def _run(words: str, looks: str = "") -> str:
    shown = f"<w:rPr>{looks}</w:rPr>" if looks else ""
    return f'<w:r>{shown}<w:t xml:space="preserve">{escape(words)}</w:t></w:r>'


def _paragraph(
    runs: str, *, style: str = "", numbered: tuple[int, int] | None = None
) -> str:
    looks = f'<w:pStyle w:val="{style}"/>' if style else ""
    if numbered:
        level, numbers = numbered
        looks += (
            f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{numbers}"/></w:numPr>'
        )
    return f"<w:p><w:pPr>{looks}</w:pPr>{runs}</w:p>"


def _footnotes(draft: Draft) -> Iterator[str]:
    for number, kind in ((-1, "separator"), (0, "continuationSeparator")):
        yield (
            f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r>'
            "</w:p></w:footnote>"
        )
    mark = f"<w:r>{_RAISED}<w:footnoteRef/></w:r>"
    for label, words in draft.notes.items():
        runs = mark + _run(" ") + "".join(_runs(words))
        inner = _paragraph(runs, style="FootnoteText")
        yield f'<w:footnote w:id="{label}">{inner}</w:footnote>'


def _numbering() -> str:
    """Return two lists, one of the resolution and one of its annex."""
    formats = (("decimal", "%1."), ("lowerLetter", "(%2)"), ("lowerRoman", "(%3)"))
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{pattern}"/><w:lvlJc w:val="left"/></w:lvl>'
        for level, (kind, pattern) in enumerate(formats)
    )
    made = "".join(
        f'<w:abstractNum w:abstractNumId="{number}">'
        f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
        for number in (1, 2)
    )
    return made + "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
        for number in (1, 2)
    )


def _content_types() -> str:
    kinds = {name: name for name in _PARTS} | {"document": "document.main"}
    rows = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}.{kind}+xml"/>'
        for name, kind in kinds.items()
    )
    links = "application/vnd.openxmlformats-package.relationships+xml"
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="{links}"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{rows}</Types>'
    )


def _relations(targets: dict[str, str]) -> str:
    rows = "".join(
        f'<Relationship Id="{name}" Type="{_OFFICE}/{name}" Target="{target}"/>'
        for name, target in targets.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'


def _zipped(files: dict[str, str]) -> bytes:
    """Return a package that is the same wherever and whenever it is made."""
    data = BytesIO()
    with zipfile.ZipFile(data, "w") as package:
        for name, text in files.items():
            info = zipfile.ZipInfo(name, (2024, 11, 14, 0, 0, 0))
            info.create_system = 3
            info.external_attr = 0o644 << 16
            # Stored, not deflated: compressors differ, and the files are small.
            package.writestr(info, text.encode())
    return data.getvalue()
