"""Several threads may judge drafts at once: what they keep is shared by them."""

import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

import pytest

from resolint import Source, lint
from resolint.grammar import outline
from resolint.grammar.terminals import runs
from resolint.inline import read_inline
from resolint.packs import installed
from resolint.readers.markdown import from_markdown
from resolint.text import Span
from resolint_rules.once import once

MANY = 8
T = TypeVar("T")
R = TypeVar("R")


@pytest.fixture(autouse=True)
def restless() -> Iterator[None]:
    """Let threads take turns as often as Python can."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(usual)


def in_threads(function: Callable[[T], R], given: Iterable[T]) -> list[R]:
    """Return what a function gives for each of some arguments, asked for at once."""
    with ThreadPoolExecutor(MANY) as pool:
        return list(pool.map(function, given))


def test_drafts() -> None:
    """The findings in each are the same as when it is judged alone."""
    rules = installed().values()
    drafts = [
        from_markdown(
            f"*The General Assembly*,\n\n*Noting* {'old ' * count}lamps of 3th May 2015"
            "\n\n1. *Requests* it's keepers, pursuant to resolution 70/1.\n",
            f"{count}.md",
        )
        for count in range(12)
    ]

    def judged(draft: Source) -> list[str]:
        return [f"{each.span} {each.code}" for each in lint(draft, rules)]

    alone = [judged(draft) for draft in drafts]
    assert all(alone)
    assert in_threads(judged, drafts * 4) == alone * 4


def test_citations_of_the_same_words() -> None:
    """They are where the words stand, however often others have moved them."""
    words = "Noting its resolution 70/1 of 24 September 2015"

    def wrong(start: int) -> list[int]:
        text, span = " " * start + words, Span(start, start + len(words))
        found = (read_inline(text, span, None) for _ in range(400))
        return [
            start for nodes in found if not all(each.span in span for each in nodes)
        ]

    assert not any(in_threads(wrong, range(0, 800, 50)))


def test_answers_that_are_kept() -> None:
    """Nobody is given another's, and none is let go of twice."""

    @once
    def doubled(number: int) -> int:
        return 2 * number

    def wrong(start: int) -> list[int]:
        return [
            each for each in range(start, start + 2000) if doubled(each) != 2 * each
        ]

    assert not any(in_threads(wrong, range(0, 160, 10)))


@pytest.mark.parametrize("time", range(20))
def test_first_parse(time: int) -> None:
    """It may be made by several threads: each is given the matches, not one of them."""
    expression = runs(outline.operative, outline.heading)

    def found(letters: str) -> list[str]:
        return [each[0] for each in expression.parse_string(letters)]

    assert in_threads(found, ["VVrV"] * MANY) == [["V", "V", "r", "V"]] * MANY
