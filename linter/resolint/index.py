"""What rules look for: whose each needle is, and where a text has it."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any, Self

from resolint.grammar.needles import Lookout
from resolint.rule import Rule


class Index:
    """The needles of some rules, by the codes of the rules that look for them."""

    def __init__(
        self, lookout: Lookout, by_needle: Mapping[str, Sequence[str]]
    ) -> None:
        """Take needles that are sorted already."""
        self.lookout = lookout
        self.by_needle = by_needle

    @classmethod
    def of(cls, rules: Iterable[Rule[Any]]) -> Self:
        """Return the needles of rules."""
        by_needle: dict[str, list[str]] = {}
        for rule in rules:
            for needle in rule.looks_for():
                by_needle.setdefault(needle, []).append(rule.code)
        return cls(Lookout.sort(by_needle), by_needle)

    @cached_property
    def by_code(self) -> Mapping[str, Sequence[str]]:
        """The needles of each rule that has any."""
        by_code: dict[str, list[str]] = {}
        for needle, codes in self.by_needle.items():
            for code in codes:
                by_code.setdefault(code, []).append(needle)
        return by_code
