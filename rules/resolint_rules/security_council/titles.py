"""Letters for titles of officials."""

from collections.abc import Iterator, Mapping
from functools import cache

from resolint import (
    Diagnostic,
    Paragraph,
    Profile,
    Resolution,
    Rule,
    Severity,
    Span,
)
from resolint.grammar.space import folded
from resolint.tables import rows
from resolint_rules.patterns import Pattern
from resolint_rules.references.words import quoted

_LETTERS = Pattern(r"(?<![\w/“\"(-])(?P<letters>[A-Z]{3,5})s?\b(?![/”\")])")


class OfficialTitles(Rule[Resolution]):
    """“SRSG” before the text says what it stands for."""

    code = "SCR014"
    name = "official-titles"
    severity = Severity.INFO
    profiles = (Profile.SC,)

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want the title in full the first time."""
        text = folded(node.source.text)
        if not node.whole or not any(letters in text for letters in titles()):
            return
        said: set[str] = set()
        for each in node.walk():
            if not isinstance(each, Paragraph):
                continue
            words = folded(node.source[each.content])
            for found in _LETTERS.finditer(words):
                letters = found["letters"]
                if letters in said or letters not in titles():
                    continue
                said.add(letters)
                begin = each.content.start + found.start()
                if _told(letters, text[:begin]) or quoted(
                    words, found.start(), each, node
                ):
                    continue
                right = f"{titles()[letters]} ({letters})"
                span = Span(*found.span("letters")).shift(each.content.start)
                message = f"{each.locator} should have “{right}” the first time"
                yield self.at(span, message)


@cache
def titles() -> Mapping[str, str]:
    """Return titles of officials by their letters."""
    table = rows("official_titles.tsv", "resolint_rules")
    return {row["letters"]: row["title"] for row in table}


def _told(letters: str, before: str) -> bool:
    """Whether a text gives the letters in parentheses."""
    forms = (f"({letters}", f"“{letters}”", f'"{letters}"', f"/{letters})")
    return any(form in before for form in forms)
