"""What Model UN rules have in common with others, and with each other."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from resolint import Diagnostic, Node, Resolution, Rule


def as_said(
    rule: Rule[Any], other: Rule[Any], node: Node, within: Resolution
) -> Iterator[Diagnostic]:
    """Yield what another rule says of a node, as a rule of ours."""
    for said in other.check(node, within):
        yield replace(said, code=rule.code, severity=rule.severity)


def with_others(locator: str, found: Sequence[object], what: str) -> str:
    """Return the first of several places, and how many more there are."""
    more = len(found) - 1
    if not more:
        return locator
    return f"{locator} and {more} more {what}{'s' if more > 1 else ''}"
