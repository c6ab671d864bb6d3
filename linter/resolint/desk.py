"""Which rules are shown which parts of a document."""

from collections.abc import Iterable
from itertools import chain
from typing import Any

from resolint.diagnostic import Severity
from resolint.document import Node, Passage, Resolution
from resolint.grammar.space import needled
from resolint.rule import Rule

Speaker = tuple[Rule[Any], Severity]
"""A rule, and how much its findings matter where it is asked."""


class Desk:
    """The rules that are on for a profile and a stage, and what each wants to see."""

    def __init__(self, speakers: Iterable[Speaker], document: Resolution) -> None:
        """Sort the rules by what they look for in a document."""
        self.speakers: list[Speaker] = []
        self.all: list[int] = []
        """The rules that are shown every node that they visit."""
        self.by_needle: dict[str, list[int]] = {}
        self.by_citation: dict[type[Node], list[int]] = {}
        self.visitors: dict[type[Node], frozenset[int]] = {}
        self.by_visits: dict[tuple[type[Node], ...], list[int]] = {}
        self.always: dict[type[Node], list[int]] = {}
        for speaker in speakers:
            at = len(self.speakers)
            self.speakers.append(speaker)
            rule = speaker[0]
            self.by_visits.setdefault(rule.visits, []).append(at)
            seeks = rule.seeks(document)
            # Needles say nothing of what is more, or less, than a passage.
            if not all(issubclass(kind, Passage) for kind in rule.visits) or (
                not seeks and not rule.cites
            ):
                self.all.append(at)
            else:
                for cited in rule.cites:
                    self.by_citation.setdefault(cited, []).append(at)
                for needle in seeks:
                    self.by_needle.setdefault(needle, []).append(at)

    def shown(self, node: Node, within: Resolution) -> list[Speaker]:
        """Return the rules that a node is shown to."""
        kind = type(node)
        if kind not in self.visitors:
            visitors = (
                each
                for visits, each in self.by_visits.items()
                if issubclass(kind, visits)
            )
            self.visitors[kind] = frozenset(chain.from_iterable(visitors))
            self.always[kind] = [at for at in self.all if at in self.visitors[kind]]
        asked = self.always[kind]
        if isinstance(node, Passage):
            wanted: set[int] = set()
            for cited in set(map(type, node.inline)):
                wanted.update(self.by_citation.get(cited, ()))
            here = needled(within.source[node.content])
            for needle in self.by_needle.keys() & here:
                wanted.update(self.by_needle[needle])
            asked = asked + sorted(wanted & self.visitors[kind])
        return [self.speakers[at] for at in asked]
