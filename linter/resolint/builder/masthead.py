"""The lines before the enacting line: masthead, adoption line, title."""

import re
from dataclasses import replace

from resolint.builder.lines import Line
from resolint.builder.passages import Passages
from resolint.document import (
    Day,
    Field,
    Masthead,
    Node,
    Organ,
    SessionWords,
    Title,
)
from resolint.grammar.masthead import heading_line
from resolint.grammar.space import folded
from resolint.grammar.terminals import first
from resolint.regex import regex
from resolint.tables import rows
from resolint.text import Span, Style

_ORIGIN = regex(
    r"\(((?:[AE]|S)/(?:[^()]|\([^()]*\))*)\)|(?<!\()((?:A|E|S)/[^\s,;()\]]+)"
)
_AFTER_AGENDA = frozenset({"adoption", "information", "sponsors"})


def read_front(passages: Passages, lines: list[Line]) -> tuple[Masthead, Title | None]:
    """Return the masthead, and the title if it is there."""
    found = [_front_line(passages, line) for line in lines]
    fields, title = _settle(passages, lines, found)
    start = lines[0].span.start if lines else 0
    end = lines[-1].span.end if lines else 0
    return Masthead(span=Span(start, end), fields=tuple(fields)), title


def names_masthead(passages: Passages, line: Line) -> bool:
    """Whether a line is surely one of a masthead."""
    if line.block.style is Style.MASTHEAD:
        return True
    text = folded(passages.source[line.span])
    name, _ = first(heading_line, text)
    return name not in {"other", "issued", "organ"}


def read_field(passages: Passages, line: Line) -> Field:
    """Return a line of the closing."""
    return _made(passages, line, line.label, line.results, "closing")


def _front_line(passages: Passages, line: Line) -> Field | Title:
    if line.label and line.block.style is Style.MASTHEAD:
        table = {row["key"]: row["field"] for row in rows("front_matter.tsv")}
        name = table.get(line.label.lower().replace("-", "_"), "other")
        if name == "title":
            return _title(passages, line, line.span, "", None)
        # A labelled line may have the words of a printed one: "Agenda item 4".
        printed = _printed(passages, line)
        if isinstance(printed, Field) and printed.name == name:
            return printed
        return _made(passages, line, name, None, "masthead")
    return _printed(passages, line)


def _printed(passages: Passages, line: Line) -> Field | Title:
    """Return a line as the grammar of mastheads takes it."""
    text = folded(passages.source[line.span])
    name, found = first(heading_line, text)
    if found and name == "title" and found["value"].strip(" *"):
        start = line.span.start
        number = Span(start, start + len(found["number"]) + len(found["mark"]))
        value = text.rindex(found["value"])
        content = Span(start + value, line.span.end)
        return _title(passages, line, content, found["number"], number)
    if name == "title":
        name = "number"
    return _made(passages, line, name, found, "masthead")


def _made(
    passages: Passages, line: Line, name: str, found: re.Match[str] | None, part: str
) -> Field:
    text = folded(passages.source[line.span])
    inline = passages.inline(line.span)
    value = " ".join(found["value"].split()) if found and found["value"] else text
    return Field(
        span=line.span,
        locator=part,
        content=line.span,
        inline=inline,
        calls=passages.source.calls_in(line.span),
        name=name,
        value=_value(name, value, inline),
    )


def _value(name: str, text: str, inline: tuple[Node, ...]) -> str:
    """Return what counts of a line: a date in ISO form, a session as in a symbol."""
    match name:
        case "issued" | "adoption" | "date":
            days = [node.value for node in inline if isinstance(node, Day)]
            return days[-1].isoformat() if days and days[-1] else ""
        case "information":
            found = _ORIGIN.search(text)
            return found[1] or found[2] if found else ""
        case "session":
            if text[:4].isdigit():
                return text[:4]
            for node in inline:
                if isinstance(node, SessionWords) and node.number:
                    prefix = {"special": "S-", "emergency special": "ES-"}
                    return f"{prefix.get(node.kind, '')}{node.number}"
            return text if text.isdigit() else ""
        case _:
            return text


def _title(
    passages: Passages, line: Line, content: Span, number: str, mark: Span | None
) -> Title:
    common = passages.common(line._replace(content=content), "title")
    return Title(**common, number=" ".join(number.split()), number_span=mark)


def _settle(
    passages: Passages, lines: list[Line], found: list[Field | Title]
) -> tuple[list[Field], Title | None]:
    """Say which of the unknown lines are titles: of the agenda item, of the text."""
    titles = [node for node in found if isinstance(node, Title)]
    title = titles[-1] if titles else None
    fields: list[Field] = []
    item = False
    last_known = max((i for i, node in enumerate(found) if _is_known(node)), default=-1)
    for i, node in enumerate(found):
        if isinstance(node, Title):
            if node is not title:
                fields.append(_demoted(node))
            item = False
            continue
        if node.name == "number" and title is not None and not title.number:
            title = replace(title, number=node.value)
        if node.name == "agenda_item":
            item = True
        elif node.name in _AFTER_AGENDA:
            item = False
        elif (
            node.name == "other"
            and title is None
            and _may_title(passages, i, found, last_known)
        ):
            title = _title(passages, lines[i], node.content, "", None)
            continue
        elif node.name == "other" and item:
            node = replace(node, name="agenda_title")
        fields.append(node)
    return fields, title


def _is_known(node: Field | Title) -> bool:
    return isinstance(node, Title) or node.name != "other"


def _may_title(
    passages: Passages, i: int, found: list[Field | Title], last_known: int
) -> bool:
    """Whether an unknown line is the title: the last one, with lines known above it.

    Right after the agenda item stands the item's own title, not that of the text.
    """
    text = passages.source[found[i].span]
    if i != len(found) - 1 or i < last_known or text[-1:] in ":;,":
        return False
    known = [node for node in found[:i] if isinstance(node, Field)]
    names = {node.name for node in known}
    if "resolution_number" in names:
        return False
    if names & {"sponsors", "information", "adoption"}:
        return True
    if "agenda_item" in names:
        after = [node for node in known if node.name == "agenda_item"][-1]
        return any(node.name == "other" for node in known[known.index(after) + 1 :])
    return True


def _demoted(title: Title) -> Field:
    return Field(
        span=title.span,
        locator=title.locator,
        content=title.content,
        inline=title.inline,
        calls=title.calls,
        name="other",
        value="",
    )


def organ_named(masthead: Masthead) -> Organ | None:
    """Return the last organ that a masthead names: below the Assembly, the Council."""
    names = [line.value for line in masthead.fields if line.name == "organ"]
    for name in reversed(names):
        if name in set(Organ):
            return Organ(name)
    return None
