"""Terminals of which there are many, or which match often.

A terminal is a pattern. It is compiled when it is first tried, as the grammar holds
far more of them than a single command needs, and what it gives is the match itself:
names for all its groups would cost more than the match.
"""

from pyparsing import Regex


def terminal(pattern: str, *, empty: bool = False) -> Regex:
    """Return an expression for a pattern; ``empty`` says whether it may match nothing.

    >>> terminal(r"(?P<number>[0-9]+)/").parse_string("45/158")[0]["number"]
    '45'
    """
    found = Regex(pattern, as_match=True)
    # Else the pattern would be compiled here and now, to see.
    found.mayReturnEmpty = empty
    return found
