"""Which rules are shown which parts of a document."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Any

from resolint.diagnostic import Severity
from resolint.document import (
    Annex,
    Closing,
    Has,
    Masthead,
    Node,
    Paragraph,
    Passage,
    Resolution,
)
from resolint.grammar.needles import words_of
from resolint.grammar.space import folded
from resolint.index import Index
from resolint.rule import Rule

Speaker = tuple[Rule[Any], Severity]
"""A rule, and how much its findings matter where it is asked."""
_STRUCTURE = (Annex, Closing, Masthead, Passage, Resolution)
"""What is no part of a passage."""
_NOTHING: frozenset[Has] = frozenset()
Look = tuple[type[Node], frozenset[Has]]
"""What rules are shown a node for: what it is, and has."""


class Panel:
    """The rules that are on in a profile and at a stage, sorted by what they look for.

    It is of no document, and serves many. Rules are known by their numbers in it.
    """

    def __init__(self, speakers: Iterable[Speaker], index: Index) -> None:
        """Sort the rules; the index may have needles of others too."""
        self.speakers = tuple(speakers)
        self.lookout = index.lookout
        self._index = index
        self._numbers = {rule.code: at for at, (rule, _) in enumerate(self.speakers)}
        self._by_needle: dict[str, list[int]] = {}
        self.by_citation: dict[type[Node], list[int]] = {}
        self.unneedled: list[int] = []
        """Those that needles cannot tell to have nothing to find in a document."""
        self.asked: list[int] = []
        """Those that work out of a document what there is for them."""
        self.reads_inline = False
        """Whether any visits what stands within a passage."""
        self._free: set[int] = set()
        self._shown: dict[Look, tuple[list[int], set[int]]] = {}
        for at, (rule, _) in enumerate(self.speakers):
            self._sort(at, rule)

    def _sort(self, at: int, rule: Rule[Any]) -> None:
        for cited in rule.cites:
            self.by_citation.setdefault(cited, []).append(at)
        if rule.cites or not rule.needled:
            self.unneedled.append(at)
        # Needles say nothing of what is more, or less, than a passage.
        of_passages = all(issubclass(kind, Passage) for kind in rule.visits)
        self.reads_inline |= not all(
            issubclass(kind, _STRUCTURE) for kind in rule.visits
        )
        if not of_passages or not (rule.needled or rule.cites):
            self._free.add(at)
        if rule.asked:
            self.asked.append(at)

    def of_needle(self, needle: str) -> list[int]:
        """Return the rules that look for a needle."""
        found = self._by_needle.get(needle)
        if found is None:
            codes = self._index.by_needle[needle]
            found = [self._numbers[code] for code in codes if code in self._numbers]
            self._by_needle[needle] = found
        return found

    def shown(self, look: Look) -> tuple[list[int], set[int]]:
        """Return the rules that are shown all such nodes, and all that visit them."""
        if look not in self._shown:
            kind, has = look
            visitors = [
                at
                for at, (rule, _) in enumerate(self.speakers)
                if issubclass(kind, rule.visits) and (not rule.when or rule.when & has)
            ]
            free = [at for at in visitors if at in self._free]
            self._shown[look] = free, {*visitors}
        return self._shown[look]


class Desk:
    """What each rule of a panel is to see of a document."""

    def __init__(self, panel: Panel, document: Resolution) -> None:
        """Leave out the rules that can find nothing in the document."""
        self._panel = panel
        self._source = document.source
        self._words = words = words_of(self._source.text)
        self._in_word = panel.lookout.in_words(words.distinct)
        phrases = panel.lookout.between(words)
        here = {*chain.from_iterable(self._in_word.values()), *phrases}
        self._by_needle = {needle: panel.of_needle(needle) for needle in here}
        self._awake = {*panel.unneedled}.union(*self._by_needle.values())
        self._ask(document)
        self._phrases = [each for each in phrases if self._by_needle[each]]
        self._shown: dict[Look, tuple[list[Speaker], set[int]]] = {}

    def _ask(self, document: Resolution) -> None:
        """Leave out what rules do not want, now that they have seen the document."""
        asked = self._awake.intersection(self._panel.asked)
        here: dict[int, set[str]] = {at: set() for at in asked}
        for needle, rules in self._by_needle.items():
            for at in asked.intersection(rules):
                here[at].add(needle)
        for at in sorted(asked):
            rule = self._panel.speakers[at][0]
            if "concerns" in rule.asked and not rule.concerns(document):
                self._awake.remove(at)
            elif "seeks" in rule.asked and here[at]:
                wanted = rule.seeks(document, here[at])
                for needle in here[at].difference(wanted):
                    rules = self._by_needle[needle]
                    self._by_needle[needle] = [each for each in rules if each != at]
                if not wanted and not rule.cites:
                    self._awake.remove(at)

    def shown(self, node: Node) -> list[Speaker]:
        """Return the rules that a node is shown to."""
        if not isinstance(node, Passage):
            return self._looked_at((type(node), _NOTHING))[0]
        free, visitors = self._looked_at((type(node), node.has(self._source)))
        line, row = self._line(node)
        wanted: set[int] = set()
        for word in self._in_word.keys() & row:
            for needle in self._in_word[word]:
                wanted.update(self._by_needle[needle])
        for phrase in self._phrases:
            if phrase in line:
                wanted.update(self._by_needle[phrase])
        for cited in {*map(type, node.inline)}:
            wanted.update(self._panel.by_citation.get(cited, ()))
        wanted &= visitors
        return [*free, *map(self._panel.speakers.__getitem__, sorted(wanted))]

    def below(self, node: Node) -> Sequence[Node]:
        """Return the nodes right below one, as far as any rule visits such nodes."""
        if self._panel.reads_inline or not isinstance(node, Passage):
            return node.children()
        return node.below() if isinstance(node, Paragraph) else ()

    def _line(self, node: Passage) -> tuple[str, list[str]]:
        """Return the line that a passage stands on, in small letters, and its words."""
        words = self._words
        if words.aligned:
            start = node.content.start
            at = bisect_right(words.starts, start) - 1
            line, row, before = (
                words.lines[at],
                words.rows[at],
                start - words.starts[at],
            )
            return line[before:], row[len(line[:before].split()) :] if before else row
        line = folded(self._source[node.content]).lower()
        return line, line.split()

    def _looked_at(self, look: Look) -> tuple[list[Speaker], set[int]]:
        """Return who is shown all such nodes, and who visits them."""
        found = self._shown.get(look)
        if found is None:
            free, visitors = self._panel.shown(look)
            shown = [self._panel.speakers[at] for at in free if at in self._awake]
            self._shown[look] = found = shown, visitors & self._awake
        return found
