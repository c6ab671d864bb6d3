"""Where the opening phrase of a paragraph ends, and which part it opens.

From italics where the source has them, else from the table of phrases: there the
phrase that the organ in question has most often set in italics before the words that
follow.
"""

from functools import cache
from itertools import pairwise
from typing import NamedTuple

from resolint.document import Opening, Organ
from resolint.grammar.openings import adverb, head, word
from resolint.grammar.space import folded
from resolint.tables import rows
from resolint.text import Source, Span

MOST_WORDS = 14


class Phrase(NamedTuple):
    """A row of the table: how often it stands in italics, and what follows it."""

    counts: dict[str, int]
    entries: str
    """The words that followed most, each with how often: ``the 3244; its 2891``."""

    @property
    def following(self) -> dict[str, int]:
        """How often each word followed. Few phrases are ever asked."""
        told = (entry.rpartition(" ") for entry in self.entries.split(";"))
        return {word.strip(): int(count) for word, _, count in told if word.strip()}


class Found(NamedTuple):
    """An opening, and the part of a resolution that such words open."""

    opening: Opening
    part: str


@cache
def phrases(part: str) -> dict[str, Phrase]:
    """Return the table for ``preamble`` or ``operative``, by phrase in lower case."""
    return _tables()[part]


@cache
def _tables() -> dict[str, dict[str, Phrase]]:
    tables: dict[str, dict[str, Phrase]] = {"preamble": {}, "operative": {}}
    for row in rows("openings.tsv"):
        counts = {
            "GA": int(row["ga"]),
            "HRC": int(row["hrc"]),
            "ECOSOC": int(row["ecosoc"]),
            "SC": int(row["sc"]),
        }
        tables[row["part"]][row["phrase"].lower()] = Phrase(counts, row["next"])
    return tables


@cache
def heads(part: str) -> frozenset[str]:
    """Return the words that begin the phrases of a part, adverbs left out."""
    first: set[str] = set()
    for phrase in phrases(part):
        words = phrase.replace(",", "").split()
        while len(words) > 1 and adverb.re.fullmatch(words[0]):
            words.pop(0)
        first.add(words[0])
    return frozenset(first)


def part_of(words: list[str], *, italic: bool) -> str:
    """Return ``preamble``, ``operative`` or nothing for the first words of a line.

    Words in italics are believed by their endings; others must be in the table.
    """
    rest = [word.lower().strip(",") for word in words]
    while len(rest) > 1 and adverb.re.fullmatch(rest[0]):
        rest.pop(0)
    if not rest:
        return ""
    first = rest[0]
    if first in heads("operative"):
        return "operative"
    if first in heads("preamble"):
        return "preamble"
    if italic and head.re.fullmatch(first):
        return "preamble" if first.endswith(("ing", "ed", "ful")) else "operative"
    return ""


def find(source: Source, content: Span, organ: Organ | None) -> Found | None:
    """Return the opening phrase at the start of some content, or None."""
    run = _italic_run(source, content)
    if run is not None:
        phrase = " ".join(folded(source[run]).split())
        # "Abbreviations:" in italics, above a table, is no opening.
        sure = not source.text.startswith(":", run.end)
        part = part_of(phrase.split(), italic=sure)
        if part or run.end < content.end - 1:
            return Found(Opening(span=run, phrase=phrase, italic=True), part)
    text = folded(source.text[content.start : min(content.end, content.start + 160)])
    spans = [match for _, *match in _words(text)]
    words = [text[start:end] for start, end in spans]
    part = part_of(words, italic=False)
    if not part or not words[0][0].isupper():
        return None
    length = _extent(words, part, organ)
    span = Span(content.start + spans[0][0], content.start + spans[length - 1][1])
    if source.text[span.end - 1] == ",":
        span = Span(span.start, span.end - 1)
    phrase = " ".join(folded(source[span]).split())
    return Found(Opening(span=span, phrase=phrase, italic=False), part)


def _words(text: str) -> list[tuple[str, int, int]]:
    found: list[tuple[str, int, int]] = []
    at = 0
    while len(found) < MOST_WORDS:
        match = word.re.match(text, at)
        if match is None:
            break
        found.append((match["word"], match.start("word"), match.end("word")))
        at = match.end()
    return found


def _extent(words: list[str], part: str, organ: Organ | None) -> int:
    """Return how many words the phrase has: at each step the likelier of two."""
    table = phrases(part)
    key = organ.name if organ else "GA"
    lower = [word.lower().strip(",") for word in words]
    known = [
        length
        for length in range(1, len(lower) + 1)
        if " ".join(lower[:length]) in table
    ]
    if not known:
        return _fallback(words)
    best = known[0]
    for shorter, longer in pairwise(known):
        phrase = " ".join(lower[:shorter])
        short = table[phrase]
        follows = short.following.get(lower[shorter], 0)
        share = follows / max(1, sum(short.counts.values()))
        longer_ones = _continued(part).get(f"{phrase} {lower[shorter]}", _NONE)
        for name in (key, "all"):
            here, further = _count(short.counts, name) * share, longer_ones[name]
            if here or further:
                break
        if further >= here:
            best = longer
        elif best == shorter:
            break
    return best


_NONE = dict.fromkeys(("GA", "HRC", "ECOSOC", "SC", "all"), 0)


def _count(counts: dict[str, int], name: str) -> int:
    return sum(counts.values()) if name == "all" else counts[name]


@cache
def _continued(part: str) -> dict[str, dict[str, int]]:
    """Return how often a longer phrase stands in italics, by each beginning of it."""
    sums: dict[str, dict[str, int]] = {}
    for phrase, row in phrases(part).items():
        words = phrase.split()
        for length in range(1, len(words) + 1):
            entry = sums.setdefault(" ".join(words[:length]), dict(_NONE))
            for name in _NONE:
                entry[name] += _count(row.counts, name)
    return sums


def _fallback(words: list[str]) -> int:
    """Return the length of a phrase that the table does not have: verb and adverbs."""
    length = 1
    while length < len(words) and adverb.re.fullmatch(words[length - 1].lower()):
        length += 1
    while length < len(words) and words[length].lower() in {"also", "further"}:
        length += 1
    return length


def _italic_run(source: Source, content: Span) -> Span | None:
    """Return the run of italics at the start of some content, marks trimmed."""
    start = content.start
    while start < content.end and source.text[start] in "“\"‘' \t\u00a0\u200e":
        start += 1
    end = start
    for run in source.emphasis_in(Span(start, content.end)):
        if source.text[end : run.span.start].strip():
            break
        if run.span.start > start and end == start:
            break
        end = min(run.span.end, content.end)
    while end > start and source.text[end - 1] in " \t\u00a0,;:.\u200e":
        end -= 1
    return Span(start, end) if end > start else None
