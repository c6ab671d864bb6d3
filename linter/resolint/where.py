"""Where a finding stands, as a drafter would say it, and how to know it again."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from resolint.diagnostic import Diagnostic
from resolint.document import (
    Annex,
    Closing,
    Enacting,
    Footnote,
    Item,
    Masthead,
    Node,
    Operative,
    Passage,
    Preambular,
    Resolution,
    Title,
)
from resolint.grammar.space import plain
from resolint.text import Span


class Where(NamedTuple):
    """A place in a document, in the words of those who draft it."""

    part: str
    """``masthead``, ``title``, ``enacting``, ``preamble``, ``operative``, ``annex``,
    ``footnotes`` or ``closing``."""
    paragraph: int | None
    """The number of the paragraph, as printed where it is, or of the footnote."""
    locator: str
    """``paragraph 3 (b)``."""


class _Entry(NamedTuple):
    """A passage, where it is, and the passage that it is a part of."""

    span: Span
    where: Where
    path: str
    text: str
    above: int


class Atlas:
    """Where the passages of a document stand."""

    def __init__(self, resolution: Resolution) -> None:
        self._entries: list[_Entry] = []
        self._text = resolution.source.text
        self._resolution(resolution, "")
        self._entries.sort(key=lambda entry: (entry.span.start, -entry.span.end))
        self._nest()
        self._starts = [entry.span.start for entry in self._entries]

    def where(self, span: Span) -> Where:
        """Return where a span stands: in the innermost passage that it begins in."""
        entry = self._at(span)
        return entry.where if entry else Where("masthead", None, "")

    def fingerprints(self, found: Iterable[Diagnostic]) -> Iterator[str]:
        """Yield, for each finding, what stays the same while others come and go.

        It is made of the rule, of the kind of passage and of its text, and, where the
        three are alike, of which finding it is.
        """
        # Not every output has fingerprints, and this takes a while to import.
        from hashlib import sha256

        seen: Counter[tuple[str, str, str]] = Counter()
        for diagnostic in found:
            entry = self._at(diagnostic.span)
            path, text = (entry.path, entry.text) if entry else ("", "")
            key = diagnostic.code, path, text
            seen[key] += 1
            whole = "\0".join((*key, str(seen[key])))
            yield sha256(whole.encode("utf-8", "replace")).hexdigest()[:16]

    def _at(self, span: Span) -> _Entry | None:
        last = at = bisect_right(self._starts, span.start) - 1
        while at >= 0 and self._entries[at].span.end < span.start:
            at = self._entries[at].above
        if max(at, last) < 0:
            return self._entries[0] if self._entries else None
        return self._entries[at if at >= 0 else last]

    def _nest(self) -> None:
        """Tell each entry which entry is around it."""
        around: list[int] = []
        for index, entry in enumerate(self._entries):
            while around and self._entries[around[-1]].span.end < entry.span.end:
                around.pop()
            self._entries[index] = entry._replace(above=around[-1] if around else -1)
            around.append(index)

    def _resolution(self, resolution: Resolution, path: str) -> None:
        for node in resolution.children():
            match node:
                case Resolution():
                    self._resolution(node, f"{path}{node.label}/")
                case Annex():
                    self._passages(node.children(), "annex", None, path)
                case Masthead() | Closing():
                    part = "masthead" if isinstance(node, Masthead) else "closing"
                    self._passages(node.children(), part, None, path)
                case Passage():
                    part, number = _part(node, resolution)
                    self._passages((node,), part, number, path)

    def _passages(
        self, nodes: Iterable[Node], part: str, number: int | None, path: str
    ) -> None:
        for node in nodes:
            if not isinstance(node, Passage):
                continue
            here = f"{path}{type(node).__name__}"
            words = plain(self._text[node.content.start : node.content.end])
            where = Where(part, number, node.locator)
            self._entries.append(_Entry(node.span, where, here, words, -1))
            self._passages(node.children(), part, number, f"{here}/")


def _part(node: Passage, within: Resolution) -> tuple[str, int | None]:
    """Return the part of a resolution that a passage is in, and its number."""
    match node:
        case Title():
            return "title", None
        case Enacting():
            return "enacting", None
        case Preambular():
            return "preamble", node.index
        case Operative():
            return "operative", node.number
        case Footnote():
            return "footnotes", int(node.label) if node.label.isdecimal() else None
        case Item():
            return "operative", None
    # A heading, or a line that the grammar does not know: what is it next to?
    at = node.span.start
    if within.closing.fields and at >= within.closing.span.start:
        return "closing", None
    if within.operative and at >= within.operative[0].span.start:
        return "operative", None
    if within.enacting and at >= within.enacting.span.start:
        return "preamble", None
    if within.title and at >= within.title.span.start:
        return "title", None
    return "masthead", None
