"""The possessive of acronyms and of countries."""

import re
from collections.abc import Iterator
from functools import cache

from resolint import (
    EDITED,
    Diagnostic,
    Fix,
    Passage,
    Resolution,
    Rule,
    Safety,
    Severity,
    Span,
)
from resolint.regex import regex
from resolint.tables import rows
from resolint_rules.punctuation.marks import is_set_apart, is_worded
from resolint_rules.spelling.names import is_quoted
from resolint_rules.verbs import participles, verbs

_ACRONYM = regex(
    r"(?<![\w’'.-])(?P<name>(?:UN-[A-Z][a-z]+|[A-Z][A-Z\d&]*[A-Z][A-Z\d&]*[a-z]?)"
    r"(?:[-/][A-Z]\w*)?)(?:[’']s\b|(?<=[A-Z]s)[’'](?=\s))"
)
# What all that it finds has, and a search begins quickest with.
_CAPITALS = regex(r"(?:[A-Z][A-Z\d&]|UN-)[^\s]*[’']")
_ROMAN = regex(r"[IVXLC]+")
_POSSESSIVE = regex(r"(?<=\w)[’'](?:s\b)")
_NOUN = regex(
    r"\s(?P<noun>[a-z][a-z-]+)(?=[,;.:)]|$| (?:of|to|in|for|on|at|by|with|from)\b)"
)
_ARTICLE = regex(r"\b[Tt]he \Z")
_PART = regex(
    r"(?:[A-Z][\w’-]*[\s-]|[A-Za-z]\.\s|-|\b(?:Republic|State) of (?:the )?)\Z"
)
_LONGEST = 60


class PossessiveNames(Rule[Passage]):
    """An acronym, or the name of a country, with ’s."""

    code = "PUN012"
    name = "possessive-names"
    severity = Severity.WARNING
    profiles = EDITED
    needles = ("’", "'")

    def check(self, node: Passage, within: Resolution) -> Iterator[Diagnostic]:
        """Want “of” and the name; of a country, where that can be had."""
        if not is_worded(node):
            return
        text = within.source[node.content]
        if "’" not in text and "'" not in text:
            return
        for found in _ACRONYM.finditer(text) if _CAPITALS.search(text) else ():
            # “The UN’s” is for TRE011: the name is written out.
            if found["name"] != "UN" and not _ROMAN.fullmatch(found["name"]):
                span = Span(*found.span())
                yield from self._found(node, within, span, found["name"])
        for found in _POSSESSIVE.finditer(text):
            name = _country(text[max(0, found.start() - _LONGEST) : found.start()])
            if name:
                span = Span(found.start() - len(name), found.end())
                yield from self._found(node, within, span, name, Severity.INFO)

    def _found(
        self,
        node: Passage,
        within: Resolution,
        span: Span,
        name: str,
        severity: Severity | None = None,
    ) -> Iterator[Diagnostic]:
        text = within.source[node.content]
        there = text[span.start : span.end]
        inside = span.shift(node.content.start)
        if is_quoted(text, span.start, draft=within.label == "draft"):
            return
        if is_set_apart(within.source, inside):
            return
        verb = "might rather" if severity else "should"
        noun = _NOUN.match(text, span.end)
        # “The NGO’s logbook” is the logbook of the NGO.
        lead = _ARTICLE.search(text[max(0, span.start - 5) : span.start])
        right = f"of {'the ' if lead else ''}{name}"
        if noun:
            there = text[span.start : noun.end()]
            right = f"{'' if lead else 'the '}{noun['noun']} {right}"
        message = f"{node.locator} {verb} have “{right}”, not “{there}”"
        fix = None
        if noun:
            whole = Span(span.start, noun.end()).shift(node.content.start)
            fix = Fix.replace(whole, right, Safety.UNSAFE)
        yield self.at(inside, message, fix, severity=severity)


def _country(before: str) -> str | None:
    """Return the name of a country that some words end with, or None."""
    last = re.search(r"[\w’-]+\Z", before)
    if last is None:
        return None
    for name in _countries().get(last[0], ()):
        at = len(before) - len(name)
        # “Papua New Guinea” is not Guinea, and “Ms. Jordan” no country.
        part = _PART.search(before[:at])
        # “Urges Brazil’s Government”: the capital is that of the opening.
        opens = part and part[0].strip().lower() in verbs() | participles()
        if before.endswith(name) and (opens or not part):
            return name
    return None


@cache
def _countries() -> dict[str, tuple[str, ...]]:
    """Return the names of countries by their last words, the longest first."""
    names: dict[str, tuple[str, ...]] = {}
    for row in rows("possessive_countries.tsv", "resolint_rules"):
        name = row["name"]
        known = names.get(name.split()[-1], ())
        names[name.split()[-1]] = tuple(sorted((*known, name), key=lambda x: -len(x)))
    return names
