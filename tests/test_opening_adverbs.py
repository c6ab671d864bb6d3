"""“Also” and “further” in opening phrases: PRE006 to 008, OPN007 to 010."""

from collections.abc import Callable, Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resolint import Diagnostic, Safety, fixed, lint, parse
from resolint.packs import installed
from resolint.readers.markdown import from_markdown
from resolint.readers.plain import from_text
from resolint.tables import rows
from resolint.text import Source

CODES = ("PRE006", "PRE007", "PRE008", "OPN007", "OPN008", "OPN009", "OPN010")
RULES = tuple(rule for code, rule in installed().items() if code in CODES)
CYCLE = ("", "also", "further")
PARTS = {
    "preamble": ("Recalling", "Noting with concern", "Taking note", "Deeply concerned"),
    "operative": ("Decides", "Welcomes", "Notes with concern", "Calls for"),
}
READERS = {"markdown": from_markdown, "text": from_text}

Opening = tuple[str, int]
"""A phrase, and which adverb it has."""


@st.composite
def chains(draw: st.DrawFn, part: str) -> list[Opening]:
    """Draw openings with the adverbs that are due."""
    phrases = draw(st.lists(st.sampled_from(PARTS[part]), min_size=1, max_size=5))
    distinct = [phrases[0], *(new for old, new in pairwise(phrases) if new != old)]
    return [
        (phrase, turn % 3)
        for phrase in distinct
        for turn in range(draw(st.integers(1, 5)))
    ]


def written(part: str, chain: Sequence[Opening], *, italics: bool) -> str:
    """Return a resolution whose paragraphs open so."""
    mark = "*" if italics else ""
    lines = [f"{mark}The General Assembly{mark},"]
    if part == "operative":
        lines.append(f"{mark}Mindful{mark} of the value of footpaths,")
    for number, (phrase, turn) in enumerate(chain, 1):
        adverb = CYCLE[turn]
        if part == "preamble":
            words = f"{mark}{phrase}{' ' if adverb else ''}{adverb}{mark}"
            lines.append(f"{words} {_object(phrase)} {number},")
        else:
            words = f"{adverb} {phrase[0].lower()}{phrase[1:]}" if adverb else phrase
            words = f"{mark}{words[0].upper()}{words[1:]}{mark}"
            end = "." if number == len(chain) else ";"
            lines.append(f"{number}. {words} {_object(phrase)} {number}{end}")
    if part == "preamble":
        lines.append(f"1. {mark}Decides{mark} to keep the footpaths;")
        lines.append(f"2. {mark}Requests{mark} the Secretary-General to walk them.")
    return "\n\n".join(lines) + "\n"


def _object(phrase: str) -> str:
    if phrase == "Taking note":
        return "of the plan of footpath"
    return (
        "that a path is closed on footpath" if "concern" in phrase else "the footpath"
    )


def found(source: Source) -> list[Diagnostic]:
    """Return what the rules on adverbs say."""
    return lint(parse(source), RULES)


def read_as(way: str, text: str) -> Source:
    """Return a text as it is read in a format."""
    read: Callable[[str, str], Source] = READERS[way]
    return read(text, "draft")


@pytest.mark.parametrize("way", READERS)
@pytest.mark.parametrize("part", PARTS)
@given(data=st.data())
def test_the_right_order_is_let_pass(way: str, part: str, data: st.DataObject) -> None:
    """In italics and without."""
    chain = data.draw(chains(part))
    text = written(part, chain, italics=way == "markdown")
    assert not found(read_as(way, text))


@pytest.mark.parametrize("way", READERS)
@pytest.mark.parametrize("part", PARTS)
@given(data=st.data())
def test_one_slip_is_told_once(way: str, part: str, data: st.DataObject) -> None:
    """At its paragraph; the paragraphs behind it are not told."""
    chain = data.draw(chains(part))
    place = data.draw(st.integers(0, len(chain) - 1))
    phrase, turn = chain[place]
    other = data.draw(st.sampled_from([n for n in range(3) if n != turn]))
    slipped = [*chain[:place], (phrase, other), *chain[place + 1 :]]
    text = written(part, slipped, italics=way == "markdown")
    (slip,) = found(read_as(way, text))
    orphaned = place == 0 or chain[place - 1][0] != phrase
    family, number = ("PRE", 6) if part == "preamble" else ("OPN", 7)
    other_code = {"PRE006": "PRE008", "OPN007": "OPN010"}
    code = f"{family}{number:03}"
    assert slip.code == (other_code[code] if orphaned else code)
    right = written(part, chain, italics=way == "markdown")
    if slip.fix is not None and slip.fix.safety is Safety.SAFE:
        assert fixed(read_as(way, text), [slip]) == right


def test_the_table_of_addressees_is_sound() -> None:
    """Each phrase once, in small letters, with a known ending."""
    table = list(rows("addressees.tsv", "resolint_rules"))
    phrases = [row["phrase"] for row in table]
    assert len(phrases) == len(set(phrases))
    assert all(row["phrase"] == row["phrase"].lower() for row in table)
    assert {row["ends"] for row in table} <= {"to", "for", "that"}
    assert {row["bound"] for row in table} == {"yes", "no"}


def test_the_table_of_prepositions_is_sound() -> None:
    """Each phrase once in each part, with a preposition that is right."""
    table = list(rows("opening_prepositions.tsv", "resolint_rules"))
    keys = [(row["part"], row["phrase"]) for row in table]
    assert len(keys) == len(set(keys))
    assert all(row["right"] for row in table)
    assert not any(set(r["right"].split()) & set(r["tolerated"].split()) for r in table)
