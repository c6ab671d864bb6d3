"""The lines of the masthead, the title and the closing."""

import re
from collections.abc import Iterator

from lxml.etree import _Element

from resolint.document import Day, Field, Symbol
from resolint.render.akn.elements import element, is_a, paragraph
from resolint.render.akn.lines import Line, Role
from resolint.render.akn.tables import FieldForm, field_forms
from resolint.render.akn.words import Words, Wrap
from resolint.tables import months
from resolint.text import Span

_MEETING = re.compile(r"(\d+(?:st|nd|rd|th))\b[^,\n]{0,30}?\bmeeting\b")
_FIRST_DAY = re.compile(r"(\d{1,2})\s+([A-Z][a-z]+)")
_QUANTITY = re.compile(r"\b(\d+) to (\d+),? with (\d+) abstention")
_QUANTITIES = ("#inFavour", "#against", "#abstaining")


def write_field(parent: _Element, line: Line, words: Words) -> None:
    """Write a line of the masthead."""
    node = line.node if isinstance(line.node, Field) else None
    name = node.name if node else "other"
    if name == "organ" and _names_organ(parent):
        name = "suborgan"
    form = field_forms().get(name) or field_forms()["other"]
    made = _field(paragraph(parent, form.paragraph), form, _value(name, node))
    words.write(made, line.block.span, _wraps(name, line, words))


def write_title(parent: _Element, line: Line, words: Words) -> None:
    """Write the title with its number, or the letter of a part."""
    made = paragraph(parent)
    if line.role is Role.LETTER:
        words.write(element("docNumber", made), line.block.span)
        return
    if words.source[line.before].strip():
        number = words.source[line.before].rstrip()
        end = line.block.span.start + len(number)
        words.write(
            element("docNumber", made), Span(line.block.span.start, end), last=False
        )
    title = element("docTitle", made, refersTo="#resolutionTitle")
    words.write(title, line.content)


def write_closing(parent: _Element, line: Line, words: Words) -> None:
    """Write a line of the closing; the date stands beside the meeting."""
    node = line.node if isinstance(line.node, Field) else None
    name = node.name if node else "other"
    form = field_forms().get(name) or field_forms()["other"]
    last = parent[-1] if len(parent) else None
    beside = (
        name == "date"
        and last is not None
        and len(last) == 1
        and last[0].get("name") == "adoptionMeeting"
    )
    if beside and last is not None:
        element("eol", last)
        made = _field(last, form, _value(name, node))
    elif name in ("vote", "vote_list"):
        vote = element("vote", paragraph(parent), by="#issuingBody", as_="#author")
        said = words.source[line.block.span].lower()
        made = _field(vote, form, "")
        if found := next((each for key, each in _VOTES if key in said), None):
            made.set("refersTo", found)
    else:
        made = _field(paragraph(parent), form, _value(name, node))
    words.write(made, line.block.span, _wraps(name, line, words))


def _names_organ(cover: _Element) -> bool:
    """Whether a masthead names an organ already: what comes next is one below it."""
    return any(
        is_a(made, "docAuthority") and made.get("refersTo") == "#issuingBody"
        for made in cover.iter()
    )


_VOTES = (
    ("without a vote", "#adoptedWithoutVote"),
    ("recorded vote", "#adoptedRecordedVote"),
    ("in favour", "#inFavour"),
    ("against", "#against"),
    ("abstain", "#abstaining"),
)


def _field(parent: _Element, form: FieldForm, value: str) -> _Element:
    attributes = {
        key: said.replace("{value}", value)
        for key, said in form.attributes
        if value or said != "{value}"
    }
    name = form.element
    if name in ("docDate", "docCommittee") and not value:
        # Both must say what they stand for.
        name, attributes = "inline", {"name": "other"}
    return element(name, parent, **attributes)


def _value(name: str, node: Field | None) -> str:
    if node is None:
        return ""
    if name == "agenda_item":
        return re.sub(r"(?i)^\W*agenda items?\s*", "", node.value)
    if name == "meeting":
        found = re.match(r"\W*(\w+)", node.value)
        return found[1] if found else ""
    return node.value


def _wraps(name: str, line: Line, words: Words) -> Iterator[Wrap]:
    """Yield what is marked in a line: dates, the meeting, the document of origin."""
    if line.node is None:
        return
    start, said = line.block.span.start, words.source[line.block.span]
    days = [each for each in line.node.inline if isinstance(each, Day) and each.value]
    match name:
        case "adoption" if said.startswith("Adopted"):
            # The Security Council has no closing: its meeting and day stand here.
            if meeting := _MEETING.search(said):
                span = Span(meeting.start(), meeting.end()).shift(start)
                yield _wrap(span, "inline", name="adoptionMeeting", title=meeting[1])
            for day in days:
                yield _dated(day, "docDate", "#adoptionDate")
        case "meeting":
            for day in days:
                yield _dated(day, "docDate", "#adoptionDate")
        case "session_dates" if days:
            last = days[-1]
            first = _FIRST_DAY.search(said)
            month = months().get(first[2]) if first else None
            if (
                first
                and month
                and first.start() + start < last.span.start
                and last.value
            ):
                date = f"{last.value.year:04}-{month:02}-{int(first[1]):02}"
                span = Span(first.start(), first.end()).shift(start)
                yield _wrap(span, "date", date=date, refersTo="#startDate")
            yield _dated(last, "date", "#endDate")
        case "information":
            origin = line.node.value if isinstance(line.node, Field) else ""
            at = said.find(origin)
            if origin and at >= 0:
                span = Span(at, at + len(origin)).shift(start)
                yield _wrap(span, "inline", name="originating document")
            else:
                for each in line.node.inline:
                    if isinstance(each, Symbol):
                        yield _wrap(each.span, "inline", name="originating document")
        case "vote" if counted := _QUANTITY.search(said):
            for group, reference in enumerate(_QUANTITIES, 1):
                span = Span(*counted.span(group)).shift(start)
                yield _wrap(
                    span, "quantity", normalized=counted[group], refersTo=reference
                )


def _wrap(span: Span, element_name: str, /, **attributes: str) -> Wrap:
    return Wrap(span=span, name=element_name, attributes=tuple(attributes.items()))


def _dated(day: Day, name: str, refers: str) -> Wrap:
    date = day.value.isoformat() if day.value else ""
    return _wrap(day.span, name, date=date, refersTo=refers)
