"""Rules that are a table and a message: a wrong form, and the right one."""

from abc import ABC
from collections.abc import Iterator, Set
from typing import ClassVar

from resolint import Diagnostic, Field, Fix, Passage, Resolution, Rule, Safety, Span
from resolint.grammar.space import folded
from resolint_rules.spelling.forms import Hit, hits, needles, worth_seeking
from resolint_rules.spelling.names import is_own

WORDED = frozenset({"agenda_title", "information"})
"""The lines of a masthead that are not made of names and figures alone."""


class Respelling(Rule[Passage], ABC):
    """A rule that looks for the forms of its rows in a table.

    A new one is a page, rows with its code, and a class with ``code`` and ``name``.
    """

    table: ClassVar[str] = "spelling.tsv"
    """The table, in the folder ``data``."""
    safety: ClassVar[Safety] = Safety.SAFE
    """How far the right form may be put in without asking."""
    names: ClassVar[bool] = False
    """Whether names, titles and quotations are judged too."""

    settled: ClassVar[bool] = True
    """Whether nothing is wrong with a form that is right and has the right capitals."""

    def looks_for(self) -> frozenset[str]:
        """Return a needle for each of its forms."""
        return needles(self.table, self.code)

    def seeks(self, document: Resolution, here: Set[str]) -> Set[str]:
        """Leave out those of forms that are right wherever the document has them."""
        if not self.settled:
            return here
        return worth_seeking(self.table, self.code, document.source.text, here)

    def check(self, node: Passage, within: Resolution) -> Iterator[Diagnostic]:
        """Want the right form wherever the words are the drafter's own."""
        for hit in self.sought(self.code, node, within):
            yield from self.judged(hit, node)

    def sought(self, rule: str, node: Passage, within: Resolution) -> Iterator[Hit]:
        """Yield the forms of a rule that a passage has in the drafter's own words.

        ``rule`` is what the first column of the table says, as a rule its code.
        """
        if isinstance(node, Field) and node.name not in WORDED:
            return
        text = folded(within.source[node.content])
        for hit in hits(self.table, text).get(rule, ()):
            if not hit.form.holds(within.as_of):
                continue
            if self.names or not is_own(hit, hit.right, node, within):
                yield hit

    def judged(self, hit: Hit, node: Passage) -> Iterator[Diagnostic]:
        """Yield a finding for a wrong form, unless its capitals make it right."""
        found, right = hit.text[hit.start : hit.end], hit.right
        if found == right:
            return
        span = Span(hit.start, hit.end).shift(node.content.start)
        message = f"{node.locator} should have “{right}”, not “{found}”"
        yield self.at(span, message, Fix.replace(span, right, self.safety))
