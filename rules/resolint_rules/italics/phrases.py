"""How far opening phrases go in italics, counted in published resolutions."""

from collections.abc import Mapping
from functools import cache, lru_cache
from itertools import islice
from typing import NamedTuple

from resolint import Operative, Preambular, Source, Span
from resolint.grammar.openings import adverb
from resolint.grammar.space import folded
from resolint.regex import regex
from resolint.tables import rows

PACK = "resolint_rules"
MOST_WORDS = 16
COUNT = 5
"""How often a phrase must have opened a paragraph to be known again further on."""
LONGEST = 8
"""Of how many words a run of italics may be such a phrase."""
LINKS = frozenset({"and", "or", "but", "while"})
REACH = 200
"""How far from its start the words of an opening are looked for."""
WORD = regex(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")


class Phrase(NamedTuple):
    """How often a phrase was in italics, and what then followed it in roman."""

    times: int
    """In the General Assembly and the two councils that follow its style."""
    every: int
    """How often in all."""
    entries: str
    """The words that followed most, each with how often: ``the 3244; its 2891``."""

    @property
    def shares(self) -> Mapping[str, float]:
        """The share of each word that followed it most. Few phrases are ever asked."""
        told = (entry.rpartition(" ") for entry in self.entries.split(";"))
        return {
            word.strip(): int(count) / max(1, self.every)
            for word, _, count in told
            if word.strip()
        }


@cache
def phrases(part: str) -> Mapping[str, Phrase]:
    """Return the phrases of ``preamble`` or ``operative``, in lower case."""
    table = {}
    for row in rows("openings.tsv"):
        if row["part"] != part:
            continue
        counts = [int(row[organ]) for organ in ("ga", "hrc", "ecosoc")]
        every = sum(counts) + int(row["sc"])
        phrase = " ".join(WORD.findall(row["phrase"].lower()))
        table[phrase] = Phrase(sum(counts), every, row["next"])
    return table


def part_of(paragraph: Preambular | Operative) -> str:
    """Return the name of the part that a paragraph stands in."""
    return "preamble" if isinstance(paragraph, Preambular) else "operative"


@cache
def tails() -> frozenset[str]:
    """Return what belongs to a phrase that stands without it too."""
    return frozenset(row["tail"] for row in rows("opening_tails.tsv", PACK))


@cache
def complements() -> frozenset[str]:
    """Return the words that begin what a phrase speaks of."""
    return frozenset(row["word"] for row in rows("opening_complements.tsv", PACK))


def words(source: Source, span: Span) -> list[Span]:
    """Return the first words of a span."""
    end = min(span.end, span.start + REACH)
    return [*placed(folded(source.text[span.start : end]), span.start)]


# Half a dozen rules ask for the words of each opening.
@lru_cache(maxsize=1024)
def placed(text: str, at: int) -> tuple[Span, ...]:
    """Return where the first words of a text stand that begins at an offset."""
    found = islice(WORD.finditer(text), MOST_WORDS)
    return tuple(Span(at + match.start(), at + match.end()) for match in found)


def verb(source: Source, run: Span, part: str) -> Span | None:
    """Return where a run of italics has a phrase that opens paragraphs."""
    spans = words(source, run)
    if len(spans) > LONGEST:
        return None
    lower = [source[span] for span in spans]
    while lower and lower[0] in LINKS:
        del lower[0], spans[0]
    known = phrases(part)
    for begin in range(len(lower)):
        for end in range(len(lower), begin, -1):
            phrase = known.get(" ".join(lower[begin:end]))
            if phrase is not None and phrase.times >= COUNT:
                return Span(spans[0].start, spans[-1].end)
        if not adverb.re.fullmatch(lower[begin]):
            break
    return None
