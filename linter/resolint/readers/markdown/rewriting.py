"""One block of a Markdown file, taken apart so that it can be written anew."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from resolint.diagnostic import Edit
from resolint.readers.layout import Kind, Placed
from resolint.readers.markdown.inline import tokens
from resolint.readers.markdown.lines import lines, veil
from resolint.regex import regex
from resolint.text import Style

_SAID = frozenset({Kind.WORDS, Kind.ESCAPED, Kind.WRITTEN, Kind.BREAK})
_SHADES = frozenset({Kind.ITALIC, Kind.BOLD, Kind.UNDERLINE})
_SPECIAL = tuple("\\`*_[]<>&^~#|")
_LEADING = ("#", ">", "|")
"""What would make a heading, a quotation or a table of the words after it."""
_BLANK = regex(r"\n[ \t]*\n")

Told = list[list[tuple[str, bool]]]
"""The lines of a block, each code point with whether it is in italics."""


class Marks(Enum):
    """With what italics are marked."""

    KEPT = auto()
    """The marks that are there."""
    STARS = auto()
    TAGS = auto()
    """HTML: ``bees<em>(ants)</em>``, where asterisks would not be marks."""
    HTML = auto()
    """HTML for all that is marked in the block."""


@dataclass(slots=True, eq=False)
class Item:
    """A code point of the text, or what stands in the file and is none."""

    raw: str
    start: int
    at: int = -1
    """Where it stands in the text."""
    text: str = ""
    italic: bool = False
    kind: Kind = Kind.SILENT
    mate: "Item | None" = None
    """Of a mark of emphasis the other one."""
    new: bool = False
    touched: bool = False

    @property
    def black(self) -> bool:
        """Whether it is text that can be seen."""
        return bool(self.text) and not self.text.isspace()


def items(raw: str, placed: Placed) -> list[Item]:
    """Return a block of the file, code point by code point."""
    found: list[Item] = []
    opened: dict[Kind, list[Item]] = {kind: [] for kind in _SHADES}
    done = placed.tokens[0][1].start
    for at, token in placed.tokens:
        if done < token.start:
            found.append(Item(raw[done : token.start], done))
        done = max(done, token.end)
        words = raw[token.start : token.end]
        italic = bool(opened[Kind.ITALIC])
        if token.kind is Kind.WORDS and token.text:
            found += (
                Item(char, token.start + n, at + n, char, italic)
                for n, char in enumerate(words)
            )
            continue
        item = Item(words, token.start, kind=token.kind)
        if token.kind in _SHADES:
            if token.opens:
                opened[token.kind].append(item)
            elif opened[token.kind]:
                item.mate = opened[token.kind].pop()
                item.mate.mate = item
        elif token.kind in _SAID and token.text:
            item.at, item.text, item.italic = at, token.text, italic
        if token.kind is Kind.BREAK:
            item.text = "\n"
        found.append(item)
    return found


def edited(found: list[Item], edit: Edit) -> list[Item]:
    """Return a block with an edit made."""
    here = [item for item in found if edit.span.start <= item.at < edit.span.end]
    gone = set(here)
    if edit.italic is not None:
        for item in here:
            item.touched = item.touched or item.italic is not edit.italic
            item.italic = edit.italic
    if edit.text is None:
        return found
    index = found.index(here[0]) if here else _gap(found, edit.span.start)
    italic = here[0].italic if here else bool(edit.italic)
    if not here and edit.italic is None:
        italic = _italic_at(found, index)
    before = found[:index]
    after = [item for item in found[index:] if item not in gone]
    for neighbour in (*before[-1:], *after[:1]):
        neighbour.touched = True
    new = [
        Item(char, -1, text=char, italic=italic, new=True, touched=True)
        for char in edit.text
    ]
    return [*before, *new, *after]


def _gap(found: Sequence[Item], at: int) -> int:
    """Return the item before which text goes that is put in at a place of the text.

    That is behind the marks that close there, and before the note references.
    """
    texts = [(n, item) for n, item in enumerate(found) if item.at >= 0]
    after = next((n for n, item in texts if item.at >= at), len(found))
    gap = max((n for n, item in texts if item.at < at), default=after - 1) + 1
    for n in range(gap, after):
        item = found[n]
        if item.kind is Kind.CALL:
            break
        if item.mate is not None and item.mate.start < item.start:
            gap = n + 1
    return gap


def _italic_at(found: Sequence[Item], index: int) -> bool:
    """Whether text put in before an item stands between marks of italics."""
    inside = 0
    for item in found[:index]:
        if item.kind is Kind.ITALIC and item.mate is not None:
            inside += 1 if item.start < item.mate.start else -1
    return inside > 0


def written(found: Sequence[Item], marks: Marks, *, escaped: bool) -> str:
    """Return the block as Markdown."""
    found = _filled(found)
    if marks is Marks.HTML:
        found = [_tagged(item) for item in found]
    if marks is not Marks.KEPT:
        found = _marked(found, marks)
    parts: list[str] = []
    first = True
    for item in found:
        if item.new and item.text == "\n":
            parts.append("\n\n")
        elif item.new and item.text in (_SPECIAL if escaped else _LEADING * first):
            item.raw = item.text
            parts.append("\\" + item.raw)
        else:
            parts.append(item.raw)
        first = (first and not item.black) or item.text == "\n"
    return "".join(parts)


def _tagged(item: Item) -> Item:
    """Return an item in tags and escapes: without asterisks, without code."""
    item.touched = True
    if item.text in _SPECIAL and item.raw == item.text and not item.new:
        item.raw = "\\" + item.text
    elif item.kind is Kind.SILENT and not item.raw.strip("`"):
        item.raw = ""
    elif item.kind is Kind.BOLD and item.mate is not None and item.raw[0] in "*_":
        item.raw = "<strong>" if item.start < item.mate.start else "</strong>"
    return item


def _filled(found: Sequence[Item]) -> list[Item]:
    """Return a block without marks that have nothing left between them."""
    seen, before = 0, {}
    for item in found:
        before[item] = seen
        seen += item.black
    return [
        item
        for item in found
        if item.mate is None
        or item.mate not in before
        or before[item] != before[item.mate]
    ]


def _marked(found: Sequence[Item], marks: Marks) -> list[Item]:
    """Return a block with italics marked anew where they were touched."""
    zone = _zone(found)
    opening, closing = ("<em>", "</em>")
    if marks is Marks.STARS:
        opening = closing = "*"
    runs: list[list[int]] = []
    going = False
    for n, item in enumerate(found):
        if not zone[n] or (item.black and not item.italic):
            going = False
        elif item.black:
            if going:
                runs[-1][1] = n
            else:
                runs.append([n, n])
            going = True
    firsts = {first for first, _ in runs}
    lasts = {last for _, last in runs}
    kept: list[Item] = []
    for n, item in enumerate(found):
        if zone[n] and item.kind is Kind.ITALIC and item.mate is not None:
            continue
        if n in firsts:
            kept.append(Item(opening, item.start))
        kept.append(item)
        if n in lasts:
            kept.append(Item(closing, item.start))
    return kept


def _zone(found: Sequence[Item]) -> list[bool]:
    """Return for each item whether italics are to be marked anew there.

    The zone reaches from what was touched over white space and marks to the next
    word, and over the whole of each run of italics that it meets.
    """
    index = {item: n for n, item in enumerate(found)}
    zone = [item.touched for item in found]
    pairs = [
        (n, index[item.mate])
        for n, item in enumerate(found)
        if item.kind is Kind.ITALIC
        and item.mate in index
        and item.start < item.mate.start
    ]
    while True:
        for n in range(1, len(zone)):
            zone[n] = zone[n] or (zone[n - 1] and not found[n].black)
        for n in range(len(zone) - 2, -1, -1):
            zone[n] = zone[n] or (zone[n + 1] and not found[n].black)
        met = [(first, last) for first, last in pairs if any(zone[first : last + 1])]
        if not met:
            return zone
        pairs = [pair for pair in pairs if pair not in met]
        for first, last in met:
            zone[first : last + 1] = [True] * (last + 1 - first)


def wanted(found: Iterable[Item]) -> Told:
    """Return how a block should be read."""
    return _told((item.text, item.italic) for item in found)


def read_back(raw: str, style: Style, labels: frozenset[str]) -> Told:
    """Return how a block is read."""
    return _told(_runs(raw, style, labels))


def _runs(raw: str, style: Style, labels: frozenset[str]) -> Iterator[tuple[str, bool]]:
    lenient = style is Style.NOTE
    for part in _BLANK.split(raw):
        veiled, _ = veil(part)
        level = 0
        for token in tokens(veiled, list(lines(veiled)), labels, lenient=lenient):
            if token.kind is Kind.ITALIC:
                level += 1 if token.opens else -1
            elif token.kind is Kind.BREAK:
                yield "\n", False
            elif token.kind in _SAID:
                yield token.text, level > 0
        yield "\n", False


def _told(runs: Iterable[tuple[str, bool]]) -> Told:
    told: Told = [[]]
    for text, italic in runs:
        for char in text:
            if char == "\n":
                told.append([])
            elif told[-1] or not char.isspace():
                told[-1].append((char, italic and not char.isspace()))
    for line in told:
        while line and line[-1][0].isspace():
            line.pop()
    return [line for line in told if line]
