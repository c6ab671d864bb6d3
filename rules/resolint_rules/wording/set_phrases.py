"""Set phrases: in accordance with, with a view to ensuring."""

import re
from collections.abc import Iterator, Mapping, Set
from functools import cache
from types import MappingProxyType
from typing import ClassVar

from resolint import (
    Diagnostic,
    Edit,
    Fix,
    Passage,
    Profile,
    Resolution,
    Safety,
    Severity,
    Span,
    Stage,
)
from resolint.grammar.space import folded
from resolint.regex import regex
from resolint.tables import rows
from resolint_rules.patterns import Pattern
from resolint_rules.spelling.forms import PACK
from resolint_rules.spelling.names import is_quoted
from resolint_rules.spelling.respelling import Respelling

VIEW = "view to"
_VIEW = Pattern(
    r"(?i)\bwith a view to (?:(?:[a-z]+ly|also|further|better|thus) ){0,2}"
    r"(?P<verb>[a-z]+(?:-[a-z]+)?)(?:,? (?:and|or) (?P<second>[a-z]+))?(?![\w-])",
    needles=(" view to ",),
)
# What a verb has behind it, and a noun does not.
_OBJECT = regex(
    r" (?:the|an?|its|their|his|her|all|any|each|every|such|this|that|these|those"
    r"|how|what|whether|them|it|upon)\b"
)


class SetPhrases(Respelling):
    """A set phrase with the wrong preposition, or the wrong form of the verb."""

    code = "WRD015"
    name = "set-phrases"
    severity = Severity.WARNING
    severities: ClassVar[Mapping[Profile | Stage, Severity]] = MappingProxyType(
        {Profile.SC: Severity.INFO}
    )
    table = "wording.tsv"

    def looks_for(self) -> frozenset[str]:
        """Return also a needle for the phrase that is in no table."""
        return super().looks_for() | {VIEW}

    def seeks(self, document: Resolution, here: Set[str]) -> Set[str]:
        """Leave that phrase alone."""
        return super().seeks(document, here - {VIEW}) | (here & {VIEW})

    def check(self, node: Passage, within: Resolution) -> Iterator[Diagnostic]:
        """Want “in accordance with”, and “ensuring” behind “with a view to”."""
        yield from super().check(node, within)
        text = folded(within.source[node.content])
        for found in _VIEW.finditer(text):
            verb = _gerunds().get(found["verb"].lower())
            if verb is None:
                continue
            sure = verb["noun"] != "yes"
            if not sure and not _OBJECT.match(text, found.end("verb")):
                continue
            if is_quoted(text, found.start(), draft=within.label == "draft"):
                continue
            yield self._finding(node, found, verb["gerund"], sure=sure)

    def _finding(
        self, node: Passage, found: re.Match[str], right: str, *, sure: bool
    ) -> Diagnostic:
        """Say what the verb should be, and a second one that is joined to it."""
        span = Span(*found.span("verb")).shift(node.content.start)
        said = found[0][: found.start("verb") - found.start()]
        message = (
            f"{node.locator} should have “{said.lower()}{right}”, "
            f"not “{said.lower()}{found['verb']}”"
        )
        edits = [Edit(span, right)]
        second = _gerunds().get((found["second"] or "").lower())
        if second:
            joined = Span(*found.span("second")).shift(node.content.start)
            edits.append(Edit(joined, second["gerund"]))
        safety = Safety.SAFE if sure and not second else Safety.UNSAFE
        return self.at(span, message, Fix(f"Write “{right}”", tuple(edits), safety))


@cache
def _gerunds() -> dict[str, dict[str, str]]:
    """Return the rows of the table of verbs by the verb."""
    return {row["verb"]: row for row in rows("gerunds.tsv", PACK)}
