"""What stands inside a block: words, marks of emphasis, note references, links."""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from html import unescape
from itertools import pairwise

from resolint.readers.layout import Kind, Token
from resolint.readers.markdown.delimiters import Run, relax, resolve, run
from resolint.readers.markdown.lines import VEIL, Line
from resolint.regex import regex

_TOKEN = regex(
    rf"""
    \\[!-/:-@\[-`{{-~]
  | \*+ | _+ | `+
  | \[\^[^\]\[\s]+\]
  | !?\[ | \]
  | <sup>[ ]*(?:\[?[0-9]{{1,3}}\]?|[a-z*†‡])[ ]*</sup>
  | <https?:[^<>\s]*>
  | </?[A-Za-z][A-Za-z0-9]*(?:[\s/][^<>]*)?>
  | &(?:\#[0-9]{{1,7}}|\#[xX][0-9a-fA-F]{{1,6}}|[A-Za-z][A-Za-z0-9]{{1,31}});
  | \^[^\s^]{{1,30}}\^
  | [⁰¹²³⁴-⁹]+
  | {VEIL}+
    """,
    re.VERBOSE | re.IGNORECASE,
)
# What each of them begins with: far quicker to look for.
_MARK = regex(rf"[\\*_`\[\]!<&^⁰¹²³⁴-⁹{VEIL}]")
_DESTINATION = regex(
    r"""\]\([ ]*(?:<[^<>]*>|[^\s()<]*(?:\([^\s()]*\)[^\s()]*)*)"""
    r"""(?:[ ]+(?:"[^"]*"|'[^']*'))?[ ]*\)"""
)
_TAG = regex(r"</?([A-Za-z0-9]+)")
_TAGS = {
    "i": Kind.ITALIC,
    "em": Kind.ITALIC,
    "b": Kind.BOLD,
    "strong": Kind.BOLD,
    "u": Kind.UNDERLINE,
    "ins": Kind.UNDERLINE,
}
_BREAK = regex(r"(?:br|p|div|t[rdh]|li|[uo]l|table|blockquote|h[1-6r])\Z")
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_UNIT = regex(r"\b[cdkm]?m\Z")


def tokens(
    text: str,
    lines: Sequence[Line],
    labels: Collection[str] = (),
    *,
    lenient: bool = False,
) -> list[Token]:
    """Return the tokens of a block.

    A figure in superscript is a note reference if it is one of the labels. To be
    lenient is to take for emphasis what a converter from Word may have written and
    CommonMark would leave: see `relax`.
    """
    scan = _Scan(text, labels, lenient)
    for line, following in pairwise(lines):
        scan.line(line)
        scan.turn(line, following)
    if lines:
        scan.line(lines[-1])
    return scan.finished()


@dataclass(slots=True)
class _Bracket:
    """An opening bracket that may turn out to begin a link."""

    token: int
    runs: int


@dataclass(slots=True)
class _Scan:
    text: str
    labels: Collection[str]
    lenient: bool
    found: list[Token | Run] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    brackets: list[_Bracket] = field(default_factory=list)

    def add(self, kind: Kind, start: int, end: int, text: str = "") -> None:
        self.found.append(Token(kind, start, end, text))

    def words(self, start: int, end: int) -> None:
        if start < end:
            self.add(Kind.WORDS, start, end, self.text[start:end])

    def line(self, line: Line) -> None:
        """Read one line."""
        at = sought = line.start
        text = self.text
        codes: dict[int, list[int]] | None = None
        while mark := _MARK.search(text, sought, line.end):
            match = _TOKEN.match(text, mark.start(), line.end)
            if match is None:
                sought = mark.end()
                continue
            start, end = match.span()
            self.words(at, start)
            first = text[start]
            if first in "*_":
                before = text[start - 1] if start > line.start else " "
                after = text[end] if end < line.end else " "
                found = run(text, start, end, before, after)
                self.found.append(found)
                self.runs.append(found)
            elif first == "`":
                if codes is None:
                    codes = _codes(text, line)
                end = self.code(start, end, codes)
            elif first == "]":
                end = self.link(start, line.end)
            else:
                self.token(match)
            at = sought = end
        self.words(at, line.end)

    def token(self, match: re.Match[str]) -> None:
        """Read what needs no more than itself."""
        start, end = match.span()
        found = match.group()
        if found[0] == "\\":
            self.add(Kind.ESCAPED, start, end, found[1])
        elif found[0] == VEIL:
            self.add(Kind.SILENT, start, end)
        elif found[0] in "[!" and found[-1] == "[":
            self.brackets.append(_Bracket(len(self.found), len(self.runs)))
            self.words(start, end)
        elif found[0] == "[":
            self.add(Kind.CALL, start, end, found[2:-1])
        elif found[0] == "&":
            said = unescape(found)
            if said == found:
                self.words(start, end)
            else:
                self.add(Kind.WRITTEN, start, end, " ".join(said.split("\n")))
        elif found[0] == "<":
            self.tag(start, end, found)
        elif found[0] == "^":
            self.raised(start, end, found[1:-1], 1)
        else:
            self.raised(start, end, found.translate(_RAISED), 0)

    def tag(self, start: int, end: int, found: str) -> None:
        """Read an HTML tag."""
        if found[:5].lower() == "<sup>" and len(found) > 5:
            self.raised(start, end, found[5:-6].strip(" []"), 0)
            return
        if found[:5].lower() in ("<http", "</htt") and ":" in found[:7]:
            self.add(Kind.SILENT, start, start + 1)
            self.words(start + 1, end - 1)
            self.add(Kind.SILENT, end - 1, end)
            return
        match = _TAG.match(found)
        name = match.group(1).lower() if match else ""
        if name in _TAGS:
            self.found.append(
                Token(_TAGS[name], start, end, opens=found[1] != "/"),
            )
        elif _BREAK.match(name):
            self.add(Kind.BREAK, start, end, " ")
        else:
            self.add(Kind.SILENT, start, end)

    def raised(self, start: int, end: int, label: str, marks: int) -> None:
        """Read a figure in superscript; it has marks of its own on each side."""
        unit = _UNIT.search(self.text, max(0, start - 3), start)
        if label in self.labels and not (unit and label in "23"):
            self.add(Kind.CALL, start, end, label)
        elif marks:
            self.add(Kind.SILENT, start, start + 1)
            self.words(start + 1, end - 1)
            self.add(Kind.SILENT, end - 1, end)
        elif self.text[start] == "<":
            inside = self.text.index(">", start) + 1
            outside = self.text.rindex("<", start, end)
            self.add(Kind.SILENT, start, inside)
            self.words(inside, outside)
            self.add(Kind.SILENT, outside, end)
        else:
            self.words(start, end)

    def code(self, start: int, end: int, codes: dict[int, list[int]]) -> int:
        """Read a code span, if it has an end in the line; return where it ends."""
        ends = codes.get(end - start, [])
        index = bisect_right(ends, start)
        if index == len(ends):
            self.words(start, end)
            return end
        close = ends[index]
        self.add(Kind.SILENT, start, end)
        self.words(end, close)
        self.add(Kind.SILENT, close, close + end - start)
        return close + end - start

    def link(self, start: int, end: int) -> int:
        """Read a closing bracket, and the address after it; return where it ends."""
        if not self.brackets:
            self.words(start, start + 1)
            return start + 1
        bracket = self.brackets.pop()
        match = _DESTINATION.match(self.text, start, end)
        if match is None:
            self.words(start, start + 1)
            return start + 1
        opening = self.found[bracket.token]
        assert isinstance(opening, Token)
        self.found[bracket.token] = Token(Kind.SILENT, opening.start, opening.end)
        self.add(Kind.SILENT, start, match.end())
        resolve(self.runs[bracket.runs :])
        del self.runs[bracket.runs :]
        if self.text[opening.start] == "[":
            self.brackets.clear()  # a link has no link around it
        return match.end()

    def turn(self, line: Line, following: Line) -> None:
        """Read the end of a line."""
        start, end = line.end, following.start
        slash = self.found[-1] if self.found else None
        if (
            isinstance(slash, Token)
            and slash.kind is Kind.WORDS
            and slash.text.endswith("\\")
            and line.end == line.stop
        ):
            self.found[-1] = slash._replace(end=start - 1, text=slash.text[:-1])
            self.add(Kind.BREAK, start - 1, end, " ")
        elif self.text.startswith("  ", start):
            self.add(Kind.BREAK, start, end, " ")
        else:
            self.add(Kind.WRITTEN, start, end, " ")

    def finished(self) -> list[Token]:
        """Return the tokens, now that it is known which marks mark what."""
        resolve(self.runs)
        relax(self.text, self.runs, lenient=self.lenient)
        return _paired(list(self._told()))

    def _told(self) -> Iterator[Token]:
        for found in self.found:
            if isinstance(found, Token):
                yield found
                continue
            marks = sorted(found.marks)
            for mark in marks:
                if not mark.opens:
                    yield _emphasis(mark.start, mark.end, opens=False)
            if len(found):
                yield Token(Kind.WORDS, found.start, found.end, found.char * len(found))
            for mark in marks:
                if mark.opens:
                    yield _emphasis(mark.start, mark.end, opens=True)


def _emphasis(start: int, end: int, *, opens: bool) -> Token:
    what = Kind.BOLD if end - start == 2 else Kind.ITALIC
    return Token(what, start, end, opens=opens)


def _paired(found: list[Token]) -> list[Token]:
    """Silence tags of emphasis that have no partner."""
    lonely: dict[Kind, list[int]] = {}
    for index, token in enumerate(found):
        if token.kind in (Kind.ITALIC, Kind.BOLD, Kind.UNDERLINE):
            opened = lonely.setdefault(token.kind, [])
            if token.opens:
                opened.append(index)
            elif opened:
                opened.pop()
            else:
                found[index] = Token(Kind.SILENT, token.start, token.end)
    for index in (at for opened in lonely.values() for at in opened):
        found[index] = Token(Kind.SILENT, found[index].start, found[index].end)
    return found


def _codes(text: str, line: Line) -> dict[int, list[int]]:
    """Return where runs of backticks stand in a line, by their length."""
    found: dict[int, list[int]] = {}
    for match in re.compile("`+").finditer(text, line.start, line.end):
        found.setdefault(len(match.group()), []).append(match.start())
    return found
