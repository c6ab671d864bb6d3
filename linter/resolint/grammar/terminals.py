"""Terminals of which there are many, or which match often.

A terminal is a pattern. It is compiled when it is first tried, as the grammar holds
far more of them than a single command needs, and what it gives is the match itself:
names for all its groups would cost more than the match.
"""

import re
from collections.abc import Sequence
from functools import cache

from pyparsing import And, MatchFirst, ParserElement, ParseResults, Regex


def terminal(pattern: str, *, empty: bool = False) -> Regex:
    """Return an expression for a pattern; ``empty`` says whether it may match nothing.

    >>> terminal(r"(?P<number>[0-9]+)/").parse_string("45/158")[0]["number"]
    '45'
    """
    found = Regex(pattern, as_match=True)
    # Else the pattern would be compiled here and now, to see.
    found.mayReturnEmpty = empty
    return found


def runs(*each: Regex) -> Regex:
    """Return an expression for one of some terminals after the other, at least one.

    What it gives are their matches. It costs as much as one of them.
    """
    one = re.compile("|".join(str(terminal.pattern) for terminal in each))

    # Of one with fewer arguments pyparsing finds that out by trying: threads that
    # parse for the first time would disturb one another.
    def split(_text: str, _at: int, found: ParseResults) -> Sequence[re.Match[str]]:
        at, end = found[0].span()
        matches = []
        while at < end and (match := one.match(found[0].string, at)):
            matches.append(match)
            at = match.end()
        return matches

    run = Regex(rf"(?:{one.pattern})+", as_match=True)
    run.add_parse_action(split)
    return run


def first(choice: ParserElement, text: str) -> tuple[str, re.Match[str] | None]:
    """Return which of some terminals a text begins with: its name, and the match.

    One that has no pattern is taken without a match, and no name where there is none.
    It is the same as to parse, and takes a fifth of the time: what costs most there is
    each that fails.
    """
    for each in _terminals(choice):
        if not isinstance(each, Regex):
            return each.resultsName or each.name, None
        if match := each.re.match(text):
            return each.resultsName or each.name, match
    return "", None


@cache
def _terminals(choice: ParserElement) -> list[ParserElement]:
    """Return the terminals that a choice is between, in order."""
    if not isinstance(choice, MatchFirst):
        return [choice]
    return [each for expr in choice.exprs for each in _terminals(expr)]


def pattern_of(expression: ParserElement) -> str:
    """Return the pattern that matches what an expression matches, and as much of it.

    Like pyparsing, it never takes back what it has matched: its groups are atomic.
    """
    match expression:
        case Regex():
            found = str(expression.pattern)
        case And():
            return "".join(map(pattern_of, expression.exprs))
        case MatchFirst():
            found = "|".join(map(pattern_of, expression.exprs))
        case _:
            raise TypeError(f"no pattern can be made of {expression}")
    return f"(?>{found})"
