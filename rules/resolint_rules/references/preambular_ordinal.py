"""How paragraphs of the preamble are cited."""

from collections.abc import Iterator
from functools import cache

from resolint import Diagnostic, Fix, Passage, Resolution, Rule, Safety, Severity, Span
from resolint.regex import regex
from resolint.tables import ordinals
from resolint_rules.patterns import Pattern
from resolint_rules.references.words import quoted, text_of

_LIST = r"\d{1,2}(?:(?:, and |, | and | or | to |–|-)\d{1,2})*(?![\w/]| ?\()"
_CITED = Pattern(
    rf"\b(?:[Tt]he )?(?:(?:[Pp]re-?amb(?:ular|le) (?:paragraphs?|paras?\.?)"
    rf"|[Pp]reambulatory (?:clauses?|paragraphs?)) (?P<numbers>{_LIST})"
    rf"|PPs? ?(?P<short>{_LIST}))",
    needles=("preamb", "pre-amb", "pp"),
)
_FIGURES = regex(r"\d+")
_DASH = regex(r"[–-]")


class PreambularOrdinal(Rule[Passage]):
    """A paragraph of the preamble that is cited by a number."""

    code = "REF028"
    name = "preambular-ordinal"
    severity = Severity.INFO
    needles = ("preambular", "preamble", "preambulatory", "pre", "pp", "pps")

    def check(self, node: Passage, within: Resolution) -> Iterator[Diagnostic]:
        """Want “the third preambular paragraph”."""
        text = text_of(node, within)
        for found in _CITED.finditer(text):
            numbers = found["numbers"] or found["short"]
            # The label of a draft before its paragraph is the matter of STR016.
            before = text[max(0, found.start() - 4) : found.start()]
            if found["short"] and not any(map(str.isalnum, before)):
                continue
            words = _ordinals(numbers)
            if words is None or quoted(text, found.start(), node, within):
                continue
            several = "s" if len(_FIGURES.findall(numbers)) > 1 else ""
            first = found[0][:1].isupper() and not found["short"]
            right = f"{'The' if first else 'the'} {words} preambular paragraph{several}"
            span = Span(*found.span()).shift(node.content.start)
            # Abbreviations come from notes, whose grammar is not that of a sentence.
            safety = Safety.UNSAFE if found["short"] else Safety.SAFE
            yield self.at(
                span,
                f"{node.locator} should have “{right}”, not “{found[0]}”",
                Fix.replace(span, right, safety),
            )


def _ordinals(numbers: str) -> str | None:
    """Return a list of numbers as ordinals in words, or None."""
    words = [_words().get(int(figures)) for figures in _FIGURES.findall(numbers)]
    if None in words:
        return None
    given = iter(words)
    return _FIGURES.sub(lambda _: str(next(given)), _DASH.sub(" to ", numbers))


@cache
def _words() -> dict[int, str]:
    return {number: word for word, number in ordinals().items()}
