"""Further decisions of one paragraph of the Security Council."""

import re
from collections.abc import Iterator

from resolint import (
    Diagnostic,
    Fix,
    Operative,
    Preambular,
    Profile,
    Resolution,
    Rule,
    Safety,
    Severity,
    Shows,
    Span,
)
from resolint.grammar.space import folded
from resolint.regex import regex
from resolint_rules.spelling.names import is_quoted
from resolint_rules.verbs import participles, verbs

_JOINED = regex(
    r"(?P<link>,? and|,|;) (?P<phrase>(?:(?:also|further|once again|strongly) )?"
    r"(?P<verb>[a-z]+))\b"
)
_FEW = 3
"""From so many further verbs in italics on, it is the manner of a text."""
_TIMES = 3
"""And so many times as often as in roman."""


class FurtherVerbs(Rule[Resolution]):
    """A further verb of decision in roman, where the others are in italics."""

    code = "ITA005"
    name = "further-verbs"
    severity = Severity.INFO
    profiles = (Profile.SC,)
    needs = frozenset({Shows.ITALICS})

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want italics where a text has them on nearly all such verbs."""
        yield from self._judged(node, node.operative, verbs())
        yield from self._judged(node, node.preamble, participles())

    def _judged(
        self,
        node: Resolution,
        paragraphs: tuple[Operative, ...] | tuple[Preambular, ...],
        known: frozenset[str],
    ) -> Iterator[Diagnostic]:
        source = node.source
        italic: set[str] = set()
        times = 0
        roman: list[tuple[Operative | Preambular, str, Span]] = []
        for paragraph in paragraphs:
            if paragraph.opening is None:
                continue
            start = paragraph.opening.span.end
            text = folded(source.text[start : paragraph.content.end])
            for found in _JOINED.finditer(text):
                if found["verb"] not in known or _is_shared(text, found):
                    continue
                if source.is_italic(start + found.start("verb")):
                    italic.add(found["verb"])
                    times += 1
                elif "and" in found["link"] and not is_quoted(text, found.start()):
                    phrase = Span(*found.span("phrase")).shift(start)
                    roman.append((paragraph, found["verb"], phrase))
        if times < _FEW or times < _TIMES * len(roman):
            return
        for paragraph, verb, phrase in roman:
            # “… and sharing knowledge”: only what the text has in italics elsewhere.
            if verb in italic:
                words = " ".join(source[phrase].split())
                message = f"{paragraph.locator} should have “{words}” in italics"
                yield self.at(phrase, message, Fix.italicise(phrase, Safety.UNSAFE))


def _is_shared(text: str, found: re.Match[str]) -> bool:
    """Whether a verb goes on with another phrase: “in coordinating and supporting”."""
    if (
        found["verb"] in ("taking", "takes")
        and " note" not in text[found.end() : found.end() + 20]
    ):
        return True
    before = text[max(0, found.start() - 20) : found.start()].split()
    return found["link"] == " and" and before[-1:] != [] and before[-1].endswith("ing")
