"""A document as it was understood, as JSON."""

import json
from collections.abc import Iterable
from typing import Any

from resolint.document import (
    Citation,
    Node,
    Operative,
    Paragraph,
    Passage,
    Preambular,
    Resolution,
)
from resolint.grammar.space import plain
from resolint.regex import regex

Object = dict[str, Any]

_ITEM = regex(r"\d+(?: ?\([a-z]+\)(?:(?:, | and | to )\([a-z]+\))*)?")
_SESSION = regex(
    r"A/(?:C\.\d/|HRC/)?(?:RES/|DEC/|PRST/)?((?:E?S-)?\d+)/|E/(?:RES/)?(\d{4})/"
)


def as_json(resolution: Resolution) -> str:
    """Return a document as one JSON object."""
    text = json.dumps(as_object(resolution), ensure_ascii=False, indent=1)
    return text.encode("utf-8", "backslashreplace").decode("utf-8") + "\n"


def as_object(resolution: Resolution) -> Object:
    """Return a document as a plain object; what is not there is None or empty."""
    calls = _calls(resolution) if resolution.notes else {}
    return {
        **({} if resolution.whole else {"label": resolution.label}),
        **head(resolution),
        "preamble": [_paragraph(each, resolution) for each in resolution.preamble],
        "operative": [_paragraph(each, resolution) for each in resolution.operative],
        "footnotes": [
            {
                "marker": note.label,
                "text": words(note, resolution),
                "calls": calls.get(note.label, []),
            }
            for note in resolution.notes
        ],
        "citations": [
            _citation(node, resolution)
            for node in _own(resolution)
            if isinstance(node, Citation)
        ],
        "parts": [as_object(part) for part in resolution.parts],
    }


def head(resolution: Resolution) -> Object:
    """Return what is said of a document as a whole: symbol, organ, title, days."""
    fields = resolution.masthead
    return {
        "symbol": fields.value("symbol") or None,
        "organ": resolution.organ,
        "session": fields.value("session") or _session(fields.value("symbol")),
        "agenda_items": [
            item
            for line in fields.fields
            if line.name == "agenda_item"
            for item in _ITEM.findall(line.value)
        ],
        "number": _number(resolution),
        "title": _title(resolution),
        "issued": fields.value("issued") or None,
        "adopted": fields.value("adoption") or _closing(resolution, "date"),
        "origin": fields.value("information") or None,
        "meeting": _closing(resolution, "meeting"),
        "stage": resolution.stage,
    }


def _session(symbol: str) -> str | None:
    """Return the session, or the year, that a symbol carries."""
    found = _SESSION.match(symbol)
    return found[1] or found[2] if found else None


def _calls(resolution: Resolution) -> dict[str, list[Object]]:
    """Return where each note is called, by its indicator."""
    places: dict[str, list[Object]] = {}
    passages = (node for node in resolution.walk() if isinstance(node, Passage))
    for node in passages:
        for call in node.calls:
            line, column = resolution.source.place(max(call.at - 1, node.span.start))
            where = {"line": line, "column": column, "locator": node.locator}
            places.setdefault(call.label, []).append(where)
    return places


def _number(resolution: Resolution) -> str | None:
    title = resolution.title
    number = title.number if title else ""
    return number or resolution.masthead.value("resolution_number") or None


def _title(resolution: Resolution) -> str | None:
    return words(resolution.title, resolution) if resolution.title else None


def _closing(resolution: Resolution, name: str) -> str | None:
    line = resolution.closing.field(name)
    return (line.value or None) if line else None


def _paragraph(paragraph: Paragraph, within: Resolution) -> Object:
    line = within.source.place(paragraph.span.start).line
    opening = paragraph.opening.phrase if paragraph.opening else None
    text = words(paragraph, within)
    match paragraph:
        case Operative():
            made = {"number": paragraph.number, "opening": opening, "text": text}
            return {**made, "line": line, "items": _items(paragraph, within)}
        case Preambular():
            items = _items(paragraph, within)
            made = {"opening": opening, "text": text, "line": line}
            return {**made, "items": items} if items else made
        case _:
            return {"text": text, "line": line}


def _items(paragraph: Paragraph, within: Resolution) -> list[Object]:
    return [
        {
            "marker": item.marker.text,
            "text": words(item, within),
            "items": _items(item, within),
        }
        for item in paragraph.items
    ]


def _citation(citation: Citation, within: Resolution) -> Object:
    source = within.source
    return {
        "text": plain(source[citation.text or citation.span]),
        "symbol": citation.symbol,
        "date": citation.day.value.isoformat()
        if citation.day and citation.day.value
        else None,
        "line": source.place(citation.span.start).line,
    }


def _own(resolution: Resolution) -> Iterable[Node]:
    """Yield all nodes of a resolution but those of its parts."""
    for child in resolution.children():
        if not isinstance(child, Resolution):
            yield from child.walk()


def words(passage: Passage, within: Resolution) -> str:
    """Return the words of a passage, white space folded."""
    return plain(within.source[passage.content])
