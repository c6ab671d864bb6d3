"""Files with a defect planted in them, in each format that can show it."""

import io
import re
import zipfile
from copy import deepcopy
from html import escape
from pathlib import Path

from lxml import etree

from benchmarks.defects import Plant
from resolint import Edit, Source
from resolint.readers import read
from resolint.readers.markdown.writer import spliced

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARTS = ("word/document.xml", "word/footnotes.xml")
_AROUND = 30


def planted(source: Source, plant: Plant, path: Path) -> Source | None:
    """Return what is read of a file with a defect planted, or None if it cannot be."""
    match source.format:
        case "markdown":
            data = spliced(source, [plant.edit]).encode("utf-8")
        case "docx":
            made = _in_word(source, plant, path)
            if made is None:
                return None
            data = made
        case format:
            if plant.edit.text is None:
                return None
            text = plant.edit.text
            text = escape(text, quote=False) if format == "akn" else text
            span = source.origins(plant.edit.span)
            data = source.spliced([(span, text)]).encode("utf-8")
    return read(data, path.name)


def raw(text: str, path: Path) -> Source:
    """Return what is read of a changed text file."""
    return read(text.encode("utf-8"), path.name)


def _in_word(source: Source, plant: Plant, path: Path) -> bytes | None:
    """Return a Word file with an edit made in the paragraph that has the words."""
    line = source[plant.node.span]
    at = plant.edit.span.start - plant.node.span.start
    length = len(plant.edit.span)
    with zipfile.ZipFile(path) as package:
        parts = {info.filename: package.read(info) for info in package.infolist()}
    roots = {name: etree.fromstring(parts[name]) for name in _PARTS if name in parts}
    for pattern in _patterns(line, at, at + length):
        for name, root in roots.items():
            for paragraph in root.iter(f"{_W}p"):
                texts = list(paragraph.iter(f"{_W}t"))
                whole = "".join(text.text or "" for text in texts)
                found = pattern.search(whole)
                if found:
                    _edit(texts, found.end(1), length, plant.edit)
                    parts[name] = etree.tostring(
                        root, xml_declaration=True, encoding="UTF-8", standalone=True
                    )
                    return _packed(parts)
    return None


def _patterns(line: str, start: int, end: int) -> list[re.Pattern[str]]:
    """Return patterns for a place in a line, the strictest first.

    Numbers may be Word's own, and marks between words may be no text.
    """
    number = re.match(r"(\d+\.|\([a-z]+\))\s+", line[:start])
    first = number.end() if number else 0
    near = max(first, start - _AROUND)
    return [
        re.compile(f"({re.escape(line[first:start])}){re.escape(line[start:])}"),
        re.compile(
            f"({re.escape(line[near:start])}){re.escape(line[start : end + _AROUND])}"
        ),
    ]


def _edit(texts: list[etree._Element], at: int, length: int, edit: Edit) -> None:
    """Make an edit at an offset of the text of some runs."""
    left = length
    put = edit.text
    for text in texts:
        words = text.text or ""
        if at > len(words) or (at == len(words) and left):
            at -= len(words)
            continue
        taken = min(left, len(words) - at)
        if edit.italic is None:
            text.text = words[:at] + (put or "") + words[at + taken :]
            text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            put = ""
        else:
            _split(text, at, taken, edit.italic)
        left -= taken
        at = 0
        if left <= 0:
            return


def _split(text: etree._Element, at: int, taken: int, italic: bool) -> None:
    """Give part of a run italics, or take them from it."""
    run = text.getparent()
    words = text.text or ""
    if run is None:
        return
    for piece, marked in (
        (words[:at], False),
        (words[at : at + taken], True),
        (words[at + taken :], False),
    ):
        if not piece:
            continue
        new = deepcopy(run)
        for child in list(new):
            if child.tag != f"{_W}rPr":
                new.remove(child)
        if marked:
            properties = new.find(f"{_W}rPr")
            if properties is None:
                properties = etree.Element(f"{_W}rPr")
                new.insert(0, properties)
            for old in properties.findall(f"{_W}i"):
                properties.remove(old)
            mark = etree.SubElement(properties, f"{_W}i")
            mark.set(f"{_W}val", "1" if italic else "0")
        told = etree.SubElement(new, f"{_W}t")
        told.text = piece
        told.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        run.addprevious(new)
    run.remove(text)


def _packed(parts: dict[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return held.getvalue()
