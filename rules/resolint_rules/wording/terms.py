"""Rules on the words and names of the United Nations: a table and a message."""

import re
from abc import ABC
from collections.abc import Iterator
from typing import ClassVar

from resolint import Diagnostic, Enacting, Field, Fix, Passage, Resolution, Span
from resolint.grammar.space import folded
from resolint.regex import regex
from resolint_rules.spelling.forms import Hit, hits
from resolint_rules.spelling.names import is_cited
from resolint_rules.spelling.respelling import WORDED, Respelling

# What a sentence begins after; a paragraph begins one too.
_SENTENCE = regex(r"(?:\A|[.:;?!]\s+)[“\"‘'(\s]*\Z")
_ARTICLE = regex(r"\bthe\s+\Z", re.IGNORECASE)


class Term(Respelling, ABC):
    """A rule that looks for forms of a name or a term, capitals and all.

    Names are its business; what is quoted, and titles of works, are others' words.
    """

    table = "terms.tsv"
    exact: ClassVar[bool] = False
    """Whether a form is wrong only with the capitals of its row.

    The first letter may have one for where it stands.
    """
    silent: ClassVar[tuple[type[Passage], ...]] = (Enacting,)
    """Lines that other rules judge."""

    def check(self, node: Passage, within: Resolution) -> Iterator[Diagnostic]:
        """Want the right form wherever the words are the drafter's own."""
        if isinstance(node, self.silent):
            return
        if isinstance(node, Field) and node.name not in WORDED:
            return
        text = folded(within.source[node.content])
        for hit in hits(self.table, text).get(self.code, ()):
            if hit.form.holds(within.as_of) and not is_cited(hit, node, within):
                yield from self.told(hit, node, within)

    def told(self, hit: Hit, node: Passage, within: Resolution) -> Iterator[Diagnostic]:
        """Yield a finding for a wrong form, unless its capitals make it right."""
        found = hit.text[hit.start : hit.end]
        right = self.right(hit, within)
        if right is None or found == right:
            return
        span = Span(hit.start, hit.end).shift(node.content.start)
        message = f"{node.locator} should have “{right}”, not “{found}”"
        yield self.at(span, message, Fix.replace(span, right, self.safety))

    def right(self, hit: Hit, within: Resolution) -> str | None:
        """Return what should stand there, or None where nothing is wrong."""
        found, wrong = hit.text[hit.start : hit.end], hit.form.wrong
        if self.exact and found not in (wrong, wrong[:1].upper() + wrong[1:]):
            return None
        return worded(hit)


def worded(hit: Hit) -> str:
    """Return the right form of a hit as it stands in its sentence.

    A row that wants small letters has a capital at the beginning only; one that brings
    an article has none where the text has it already.
    """
    right = hit.form.right
    if right.startswith("the "):
        if _ARTICLE.search(before(hit)):
            return right.removeprefix("the ")
        return right[0].upper() + right[1:] if begins(hit) else right
    if hit.form.wrong[:1].islower():
        return hit.right
    return right[0].upper() + right[1:] if begins(hit) else right


def before(hit: Hit, reach: int = 80) -> str:
    """Return the words that stand before a form."""
    return hit.text[max(0, hit.start - reach) : hit.start]


def after(hit: Hit, reach: int = 80) -> str:
    """Return the words that stand behind a form."""
    return hit.text[hit.end : hit.end + reach]


def begins(hit: Hit) -> bool:
    """Whether a form is the first of a sentence."""
    return bool(_SENTENCE.search(hit.text[max(0, hit.start - 4) : hit.start]))
