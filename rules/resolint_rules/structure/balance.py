"""Parentheses, square brackets and quotation marks in pairs."""

from collections.abc import Iterator
from typing import NamedTuple

from resolint import Diagnostic, Passage, Resolution, Rule, Severity, Span
from resolint.regex import regex
from resolint_rules.structure.parts import where

PAIRS = {")": "(", "]": "[", "”": "“"}
NAMES = {
    "(": "parenthesis",
    ")": "parenthesis",
    "[": "square bracket",
    "]": "square bracket",
    "“": "quotation mark",
    "”": "quotation mark",
}
MARK = regex(r"[()\[\]“”]")
# "a) trim the lamps; b) keep the log": labels have a parenthesis of their own.
LABEL = regex(r"(?:^|[\s(;,:])(?:[A-Za-z]|[ivxIVX]+|\d{1,3})\Z")
LONGEST_LABEL = 6
DEEP = 2
"""How deep brackets and quotations as a rule are within one another."""


class Lone(NamedTuple):
    """A mark without its fellow."""

    mark: str
    at: int
    passage: Passage
    goes_on: bool
    """Whether the next passage begins with a quotation mark, as if it went on."""


class UnbalancedMarks(Rule[Resolution]):
    """An opening or closing mark without the other."""

    code = "STR020"
    name = "unbalanced-marks"
    severity = Severity.WARNING

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want each mark that opens closed, in the paragraph or the quotation."""
        # Quotations and drafts reach over parts: they are looked at together.
        if not node.whole:
            return
        passages = node.passages
        texts = [node.source[each.span] for each in passages]
        quoted = [text.lstrip()[:1] == "“" for text in [*texts, ""][1:]]
        lone = [
            mark
            for passage, text, goes_on in zip(passages, texts, quoted, strict=True)
            for mark in _lone(passage, text, goes_on=goes_on)
        ]
        for found in _unmatched(lone):
            closing = found.mark in PAIRS
            what = "closing" if closing else "opening"
            lacks = "has no opening one" if closing else "is not closed"
            place = where(found.passage)
            message = f"{what} {NAMES[found.mark]} in {place} {lacks}"
            yield self.at(Span(found.at, found.at + 1), message)


def _lone(passage: Passage, text: str, *, goes_on: bool) -> Iterator[Lone]:
    """Yield the marks of a passage that have no fellow in it."""
    marks = "".join(MARK.findall(text))
    for _ in range(DEEP):
        marks = marks.replace("()", "").replace("“”", "").replace("[]", "")
        if not marks:
            return
    waiting: dict[str, list[int]] = {mark: [] for mark in PAIRS.values()}
    lone: list[tuple[int, str]] = []
    for found in MARK.finditer(text):
        mark, at = found[0], found.start()
        if mark in waiting:
            waiting[mark].append(at)
        elif waiting[PAIRS[mark]]:
            waiting[PAIRS[mark]].pop()
        elif mark != ")" or not LABEL.search(text[max(0, at - LONGEST_LABEL) : at]):
            lone.append((at, mark))
    lone += [(at, mark) for mark, places in waiting.items() for at in places]
    for at, mark in sorted(lone):
        # A quotation that is closed with a straight mark is the business of PUN001.
        if mark not in "“”" or '"' not in text:
            place = passage.span.start + at
            yield Lone(mark=mark, at=place, passage=passage, goes_on=goes_on)


def _unmatched(lone: list[Lone]) -> Iterator[Lone]:
    """Yield the marks that a later passage does not close either.

    A quotation of several paragraphs opens with each of them, and closes once; what
    stands in square brackets may be several lines too. A parenthesis ends where the
    paragraph with all its items does.
    """
    waiting: dict[str, list[Lone]] = {mark: [] for mark in PAIRS.values()}
    for found in lone:
        if found.mark in waiting:
            waiting[found.mark].append(found)
            continue
        fellows = waiting[PAIRS[found.mark]]
        if not fellows or (found.mark == ")" and not _shared(fellows[-1], found)):
            yield found
        elif found.mark == "”":
            fellows.clear()
        else:
            fellows.pop()
    for fellows in waiting.values():
        yield from (each for each in fellows if each.mark != "“" or not each.goes_on)


def _shared(opening: Lone, closing: Lone) -> bool:
    """Whether two passages belong to one paragraph: its locator leads both."""
    one, other = opening.passage.locator, closing.passage.locator
    return one == other or other.startswith(f"{one} ")
