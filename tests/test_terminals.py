"""What is done without pyparsing for speed is what pyparsing does."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyparsing import MatchFirst, OneOrMore, ParseException, ParserElement

from messes import messes
from resolint.grammar import dates, lines, masthead, outline
from resolint.grammar.symbols import single
from resolint.grammar.terminals import first, pattern_of, runs

CHOICES = {
    "line": lines.line,
    "line of the masthead": masthead.heading_line,
    "line of the closing": masthead.closing_line,
    "date": dates.date,
}


def parsed(choice: ParserElement, text: str) -> str | None:
    """Return what pyparsing takes a text for, and how much of it."""
    try:
        result = choice.parse_string(text)
    except ParseException:
        return None
    found = result[0] if result else ""
    return found[0] if isinstance(found, re.Match) else found


@pytest.mark.parametrize("name", CHOICES)
@given(text=messes())
def test_first_is_what_pyparsing_takes_first(name: str, text: str) -> None:
    """Of each line, its name, and what it matches."""
    choice = CHOICES[name]
    for line in text.split("\n"):
        called, match = first(choice, line)
        if not called:
            assert parsed(choice, line) is None
            continue
        assert (match[0] if match else "") == parsed(choice, line)
        if name != "date":
            assert called == choice.parse_string(line).get_name()


PIECES = (
    *("A", "E", "S", "ST", "/", "RES", "HRC", "C.3", "AC.2", "CONF", "L.60", "INF"),
    *("59", "262", "2024", "1325", " (2000)", "Add.1", "Rev.2", " ", "ES-10", "S-3"),
    *("(Part II)", " (Vol. I)", "B", " and ", "SR.3", "CRP.1", "REs", "xx", ".", "-"),
)


@given(st.lists(st.sampled_from(PIECES), max_size=9).map("".join))
def test_a_pattern_matches_what_the_expression_does(text: str) -> None:
    """The whole of a single symbol, and nothing that is none."""
    try:
        single.parse_string(text, parse_all=True)
        good = True
    except ParseException:
        good = False
    assert bool(re.fullmatch(pattern_of(single), text)) is good


@given(st.text("ePqVvNQDIlramcxf", max_size=40))
def test_runs_are_terminals_one_after_the_other(letters: str) -> None:
    """The same matches in the same places."""
    terminals = (outline.operative, outline.heading, outline.stray, outline.declaration)
    slow = OneOrMore(MatchFirst([*terminals])).leave_whitespace()
    spans = []
    for expression in (runs(*terminals), slow):
        try:
            found = [*expression.parse_string(letters)]
        except ParseException:
            found = []
        spans.append([(each.lastgroup, each.span()) for each in found])
    assert spans[0] == spans[1]


def test_no_pattern_is_made_of_what_is_not_regular() -> None:
    """It is said, not guessed."""
    with pytest.raises(TypeError, match="no pattern"):
        pattern_of(outline.document)
