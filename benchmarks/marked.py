"""The paragraphs of an Akoma Ntoso file, and what stands in each."""

import re
from dataclasses import dataclass, field

from lxml.etree import _Element

from resolint.grammar.space import plain

_SECTIONS = ("coverPage", "preface", "preamble", "mainBody", "conclusions", "doc")
_WORDS = frozenset({"p", "heading", "subheading", "crossHeading"})
_DATES = frozenset({"docDate", "date"})


@dataclass(slots=True)
class Said:
    """A paragraph of a file, and what stands in it."""

    section: str
    words: str = ""
    marker: str = ""
    italics: str = ""
    """All that is in italics, without white space."""
    notes: list[tuple[str, str, str]] = field(default_factory=list)
    """Of each note its indicator, the words before it and its own."""
    links: list[str] = field(default_factory=list)
    """What is linked."""
    dates: list[tuple[str, str]] = field(default_factory=list)
    """What each date is, and its day."""

    def is_empty(self) -> bool:
        """Whether it says nothing."""
        return not self.words.strip() and not self.notes


def _name(element: _Element) -> str:
    tag = element.tag
    return str(tag).rpartition("}")[2] if isinstance(tag, str) else ""


def _text(element: _Element) -> str:
    return "".join(map(str, element.itertext()))


def said(root: _Element) -> list[Said]:
    """Return the paragraphs of a file, without its meta."""
    found: list[Said] = []
    _walk(root, "", found, [Said("")], italic=False)
    kept = [each for each in found if not each.is_empty()]
    first = next((note[0] for each in kept for note in each.notes), "")
    if first.isdecimal():
        # Files of the Human Rights Council count from 2, where 1 is printed.
        for each in kept:
            each.notes = [
                (
                    str(int(label) - int(first) + 1) if label.isdecimal() else label,
                    before,
                    words,
                )
                for label, before, words in each.notes
            ]
    return kept


def _walk(
    element: _Element,
    section: str,
    found: list[Said],
    open_: list[Said],
    *,
    italic: bool,
) -> None:
    name = _name(element)
    if name in {"", "meta", "authorialNote", "noteRef"}:
        return
    if name in _SECTIONS:
        section = "annex" if name == "doc" or section == "annex" else name
    if name == "num":
        # What has a number of its own begins a paragraph, whose words come later.
        open_[0] = Said(section, marker=plain(_text(element)))
        return
    if name == "tr":
        row = Said("table")
        found.append(row)
        for child in element:
            _say(row, _text(child), italic=False)
        return
    if name in _WORDS or name == "eol":
        marker = open_[0].marker if open_[0].is_empty() else ""
        open_[0] = Said(section, marker=marker)
        found.append(open_[0])
    _say(open_[0], element.text, italic or "italic" in element.get("class", ""))
    inside = italic or "italic" in element.get("class", "")
    for child in element:
        if _name(child) == "authorialNote":
            # White space before the note is the file's, not the text's.
            note = plain(_text(child))
            before = re.sub(r"\s", "", open_[0].words)[-30:]
            open_[0].notes.append((child.get("marker", ""), before, note))
        _walk(child, section, found, open_, italic=inside)
        _say(open_[0], child.tail, inside)
    if name == "a":
        open_[0].links.append(_text(element).strip())
    if name in _DATES and element.get("date"):
        what = element.get("refersTo", "")
        open_[0].dates.append((what, element.get("date", "")))


def _say(to: Said, words: str | None, italic: bool) -> None:
    if words:
        to.words += words
        if italic:
            to.italics += re.sub(r"\s", "", words)
