"""Sessions and references to paragraphs."""

from collections.abc import Iterator

from resolint.document import ParagraphReference, SessionWords
from resolint.grammar import references, sessions
from resolint.inline.line import Line, parsed
from resolint.tables import ordinals

REACH = 300
"""How far a list of paragraphs or of sessions may go."""

MOST = 200
"""A range of more paragraphs is not counted out: its two ends are given."""


def read_sessions(line: Line) -> Iterator[SessionWords]:
    """Yield the sessions that a line names."""
    done = 0
    for at in sessions.places(line.text):
        if at < done:
            continue
        found = parsed(sessions.sessions, line.text[at : at + REACH])
        if found is None:
            continue
        kind = (found["kind"] or "").strip().lower() or "regular"
        done = at
        parts = [part if isinstance(part, str) else part[0] for part in found]
        whole = at + sum(map(len, parts))
        names = [part for part in found if not isinstance(part, str)]
        for part in found:
            word = part if isinstance(part, str) else part[0]
            if not isinstance(part, str):
                number = _ordinal(word)
                end = whole if part is names[-1] else done + len(word)
                if number is not None or "-" in word or word.endswith("ieth"):
                    yield SessionWords(
                        span=line.span(done, end),
                        number=number,
                        spelled=not word[0].isdigit(),
                        kind=kind,
                    )
            done += len(word)


def _ordinal(word: str) -> int | None:
    if word[0].isdigit():
        return int(word[:-2])
    return ordinals().get(word.lower().replace("one-hundred", "one hundred"))


def read_references(line: Line) -> Iterator[ParagraphReference]:
    """Yield the references to paragraphs in a line."""
    done = 0
    for at in references.places(line.text):
        if at < done:
            continue
        found = parsed(references.reference, line.text[at : at + REACH])
        if found is None:
            continue
        parts = [part if isinstance(part, str) else part[0] for part in found]
        done = at + sum(map(len, parts))
        members = found["members"]
        numbers: list[str] = []
        for member, join in zip(members, ["", *found.get("joins", [])], strict=True):
            here = member["number"]
            if join in (" to ", "-", "–"):
                numbers += _between(numbers[-1], here)
            numbers.append(here)
        items = (members[0]["items"] or "").replace(")", ") ").split()
        yield ParagraphReference(
            span=line.span(at, done),
            numbers=tuple(numbers),
            items=tuple(item for item in items if item.startswith("(")),
            place=_place(found),
        )


def _between(first: str, last: str) -> list[str]:
    if not (first.isdecimal() and last.isdecimal()):
        return []
    if int(last) - int(first) > MOST:
        return []
    return [str(number) for number in range(int(first) + 1, int(last))]


def _place(found: dict[str, str]) -> str:
    if found.get("where"):
        return found["where"]
    if found.get("present"):
        return "present"
    return "other" if found.get("other") else ""
