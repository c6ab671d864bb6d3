"""Tracked changes accepted or rejected, as Word does it, and what a file then shows."""

import zipfile
from collections.abc import Iterator
from io import BytesIO

from lxml import etree
from lxml.etree import _Element

from test_word_package import W, zipped

PAST = ("rPrChange", "pPrChange")
Looks = list[list[tuple[str, bytes]]]
"""The characters of each paragraph, each with the properties of its run."""


def accepted(data: bytes, author: str = "") -> bytes:
    """Accept all changes, or those of an author."""
    return _settled(data, author, stay="ins", go="del")


def rejected(data: bytes, author: str = "") -> bytes:
    """Reject all changes, or those of an author."""
    return _settled(data, author, stay="del", go="ins")


def parts(data: bytes) -> dict[str, bytes]:
    """Return the files in a package."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {each: archive.read(each) for each in archive.namelist()}


def looks(data: bytes) -> dict[str, Looks]:
    """Return the characters in each part, deleted ones too, and how they look."""
    return {
        name: [[*_characters(each)] for each in etree.fromstring(part).iter(_w("p"))]
        for name, part in parts(data).items()
        if _has_words(name)
    }


def _has_words(name: str) -> bool:
    stem = name.removeprefix("word/")
    return stem.endswith(".xml") and stem.startswith(
        ("document", "footnotes", "endnotes", "header", "footer")
    )


def _characters(paragraph: _Element) -> Iterator[tuple[str, bytes]]:
    for run in paragraph.iter(_w("r")):
        properties = run.find(_w("rPr"))
        look = b""
        if properties is not None and len(properties):
            look = etree.tostring(properties, method="c14n", exclusive=True)
        for each in run:
            if each.tag in (_w("t"), _w("delText")):
                yield from ((char, look) for char in _shown(each))
            elif each.tag in (_w("tab"), _w("sym"), _w("noBreakHyphen"), _w("br")):
                yield each.tag, look


def _shown(element: _Element) -> str:
    text = element.text or ""
    kept = element.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"
    return text if kept else text.strip(" \t\r\n")


def _settled(data: bytes, author: str, *, stay: str, go: str) -> bytes:
    files = parts(data)
    for name, part in files.items():
        if _has_words(name):
            root = etree.fromstring(part)
            _settle(root, author, stay, go)
            files[name] = etree.tostring(root)
    return zipped(files)


def _settle(root: _Element, author: str, stay: str, go: str) -> None:
    for name in PAST:
        for each in [*root.iter(_w(name))]:
            if _by(each, author):
                _look(each, old=go == "ins")
    for each in [*root.iter(_w(go))]:
        if _by(each, author) and (parent := each.getparent()) is not None:
            parent.remove(each)
    for each in [*root.iter(_w(stay))]:
        if _by(each, author) and (parent := each.getparent()) is not None:
            at = parent.index(each)
            parent[at : at + 1] = [*each]
    for text in root.iter(_w("delText")):
        if not any(each.tag == _w("del") for each in text.iterancestors()):
            text.tag = _w("t")


def _look(change: _Element, *, old: bool) -> None:
    properties = change.getparent()
    assert properties is not None
    if old:
        staying = [each for each in properties if each.tag in (_w("ins"), _w("del"))]
        properties[:] = [*change[0], *staying]
    else:
        properties.remove(change)


def _by(change: _Element, author: str) -> bool:
    return not author or change.get(_w("author")) == author


def _w(name: str) -> str:
    return f"{{{W}}}{name}"
