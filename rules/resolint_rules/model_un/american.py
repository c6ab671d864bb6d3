"""American spelling, where a conference asks for it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import ClassVar

from resolint import (
    Diagnostic,
    Field,
    Fix,
    Passage,
    Profile,
    Resolution,
    Rule,
    Safety,
    Severity,
    Span,
)
from resolint.grammar.space import folded
from resolint_rules.model_un.conferences import Conference, customs
from resolint_rules.spelling.forms import Form, Hit, forms, hits
from resolint_rules.spelling.names import is_own
from resolint_rules.verbs import WORD

_TABLE = "spelling.tsv"
_BRITISH = frozenset({"SPE003", "SPE004", "SPE005"})
"""The rules that ask for spellings that only the British have."""


@dataclass(frozen=True, kw_only=True)
class AmericanSpelling(Rule[Passage]):
    """A British spelling at a conference that wants American ones."""

    code = "MUN010"
    name = "american-spelling"
    severity = Severity.INFO
    profiles: ClassVar[tuple[Profile, ...]] = (Profile.MUN,)

    conference: Conference = Conference.UN
    """Whose style is asked for."""

    def check(self, node: Passage, within: Resolution) -> Iterator[Diagnostic]:
        """Want what the rules on British spelling report, names apart."""
        if not customs(self.conference).american or isinstance(node, Field):
            return
        text = folded(within.source[node.content])
        found = [
            Hit(text, word.start(), word.end(), form)
            for word in WORD.finditer(text)
            if (form := _american().get(word[0].lower()))
        ]
        # Neither side of the ocean has -ise in these.
        for hit in (*found, *hits(_TABLE, text).get("SPE001", ())):
            if is_own(hit, hit.right, node, within):
                continue
            span = Span(hit.start, hit.end).shift(node.content.start)
            yield self.at(
                span,
                f"{node.locator} should have “{hit.right}”, not "
                f"“{text[hit.start : hit.end]}”",
                Fix.replace(span, hit.right, Safety.UNSAFE),
            )


@cache
def _american() -> Mapping[str, Form]:
    """Return the table of British spelling the other way round.

    What is wrong in some phrases only, as *license* is for the noun, is left out; so is
    *analyses*, which is a noun on either side.
    """
    return {
        form.right: replace(form, wrong=form.right, right=form.wrong, unless=())
        for form in forms(_TABLE)
        if form.rule in _BRITISH and not form.only and not form.right.endswith("yses")
    }
