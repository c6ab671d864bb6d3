"""What kind a line is that its neighbours must tell."""

from resolint.builder.lines import Line, last_mark, read_line
from resolint.document import Organ
from resolint.regex import regex
from resolint.text import Source

_DECLARATION = regex(
    r"(?i)\b(declaration|outcome|communiqu[eé]|pact|compact|agreed conclusions)\b"
)


def read_lines(source: Source, organ: Organ | None) -> list[Line]:
    """Return the lines of a source, each with its letter."""
    lines = [read_line(source, block, organ) for block in source.blocks]
    lines = _settle_unmarked(_settle_lists(source, _settle_numbers(lines)))
    lines = _settle_bodies(source, lines)
    return [
        line._replace(letter="x")
        if line.letter == "b"
        else _settle_declaration(source, i, lines)
        for i, line in enumerate(lines)
    ]


def _settle_numbers(lines: list[Line]) -> list[Line]:
    """Take numbers in another form for paragraphs where there are no ordinary ones.

    One that opens as a paragraph does, and goes on where the paragraphs had come to,
    is a paragraph too.
    """
    ordinary = any(line.letter in "NQ" for line in lines)
    settled = []
    last = bare = 0
    for line in lines:
        if line.letter == "j" and line.marker is not None:
            opens = line.opening is not None and line.opening.part == "operative"
            figures = line.marker.value.isdigit()
            due = figures and last < int(line.marker.value) <= last + 1 + bare
            alone = not ordinary and (opens or figures)
            if alone or (opens and (due or not figures)):
                line = line._replace(letter="N")
            else:
                line = line._replace(letter="I" if figures else "x")
        if line.letter in "NQ" and line.marker and line.marker.value.isdigit():
            last, bare = int(line.marker.value), 0
        bare += line.letter in "Vv"
        settled.append(line)
    return settled


def _settle_unmarked(lines: list[Line]) -> list[Line]:
    """Tell a paragraph that lacks its mark from a heading, by what stands above it.

    Before the operative part it is a paragraph of the preamble, or the operative
    part itself; behind a numbered paragraph it is a heading.
    """
    settled = []
    above = "e"
    for line in lines:
        if line.letter == "u" and line.opening is not None:
            preambular = line.opening.part == "preamble"
            letter = ("q" if preambular else "V") if above in "ePqQ" else "r"
            line = line._replace(letter=letter)
        if line.letter in "ePqQNVvD":
            above = line.letter
        settled.append(line)
    return settled


def _settle_bodies(source: Source, lines: list[Line]) -> list[Line]:
    """Take the name of a body for an enacting line where paragraphs follow it.

    Where no line names an organ rightly, it may be any body; elsewhere it must come
    near an organ's name: "The UN General Assembly".
    """
    named = any(line.letter == "e" for line in lines)
    settled = list(lines)
    for i, line in enumerate(lines):
        after = lines[i + 1].letter if i + 1 < len(lines) else ""
        if line.letter != "b" or after not in {"P", "q", "N", "V", "Q"}:
            continue
        if not named or any(organ in source[line.content] for organ in Organ):
            settled[i] = line._replace(letter="e")
            named = True
    return settled


def _settle_declaration(source: Source, i: int, lines: list[Line]) -> Line:
    """Mark a paragraph that adopts a declaration and lets it follow."""
    line = lines[i]
    after = lines[i + 1].letter if i + 1 < len(lines) else ""
    if line.letter not in "NV" or line.opening is None or after not in {"x", "r", "b"}:
        return line
    text = source[line.content]
    words = line.opening.opening.phrase.lower().split()
    adopts = words[-1] in {"adopts", "approves", "proclaims"}
    if adopts and last_mark(source, line.content) == ":" and _DECLARATION.search(text):
        return line._replace(letter="D")
    return line


def _settle_lists(source: Source, lines: list[Line]) -> list[Line]:
    """Take a list of figures inside a paragraph for items, not for paragraphs.

    It begins anew after a colon; the numbers of the paragraphs go on behind it, or
    the text ends with it.
    """
    numbers = {
        i: int(line.marker.value)
        for i, line in enumerate(lines)
        if line.letter in "NQ" and line.marker and line.marker.value.isdigit()
    }
    last = {number: i for i, number in numbers.items()}
    settled = list(lines)
    expected, inner = 1, 0
    above = ""
    for i, line in enumerate(lines):
        if line.letter in "reladm":
            inner = 0
        number = numbers.get(i)
        if number is not None:
            goes_on = last.get(expected, -1) > i
            brought = above == ":" and line.opening is None
            if inner and number == inner and (number != expected or goes_on):
                inner += 1
            elif number != expected and above == ":" and number == 1 < expected:
                inner = 2 if goes_on or line.opening is None else 0
            elif number != expected and brought and goes_on:
                inner = number + 1
            else:
                inner = 0
            if inner:
                settled[i] = line._replace(letter="I")
            else:
                expected = number + 1
        if line.letter != "f":
            above = last_mark(source, line.content)
    return settled
