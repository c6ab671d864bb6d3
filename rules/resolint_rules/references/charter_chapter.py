"""The chapters of the Charter."""

from collections.abc import Iterator

from resolint import Diagnostic, Fix, Passage, Resolution, Rule, Severity, Span
from resolint.adoption import numeral
from resolint.adoption import roman as value_of
from resolint_rules.patterns import Pattern
from resolint_rules.references.words import quoted, text_of

LAST = 19
"""The Charter has so many chapters."""
_WORDS = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen"),
)
_NUMBER = rf"(?:[1-9]|1\d|[IVXivx]{{1,5}}|(?i:{'|'.join(reversed(_WORDS))}))(?![\w/-])"
_CHARTER = (
    r"(?:United Nations |UN )?Charter\b"
    r"(?! (?:of|on|for) (?!the United Nations\b)(?:the )?[A-Z])"
)
_CHAPTER = Pattern(
    rf"\b(?P<word>[Cc]hapters?) (?P<numbers>{_NUMBER}"
    rf"(?:(?:,? and |,? or | to |, |[–-]){_NUMBER})*)"
    rf"(?P<charter>,? (?:of|in) the {_CHARTER})?",
    needles=("chapter",),
)
_BEFORE = Pattern(
    r"\bCharter(?: of the United Nations|(?<=United Nations Charter)|(?<=UN Charter)),?"
    r" (?:(?:in particular|particularly|especially|notably|including) )?"
    r"(?:(?:in |under )?(?:its|the) )?\Z"
)
_ACTING = Pattern(r"\b(?:[Aa]cting|[Aa]cts|action|measures|powers|mandate) under \Z")
_PART = Pattern(_NUMBER)
_REACH = 80


class CharterChapter(Rule[Passage]):
    """A chapter of the Charter that is not “Chapter VII”."""

    code = "REF027"
    name = "charter-chapter"
    severity = Severity.WARNING
    needles = ("chapter", "chapters")

    def check(self, node: Passage, within: Resolution) -> Iterator[Diagnostic]:
        """Want a capital and a roman number."""
        text = text_of(node, within)
        for found in _CHAPTER.finditer(text):
            before = text[max(0, found.start() - _REACH) : found.start()]
            if not (
                found["charter"] or _BEFORE.search(before) or _ACTING.search(before)
            ):
                continue
            right = _written(found["numbers"])
            if right is None or quoted(text, found.start(), node, within):
                continue
            word = found["word"].capitalize()
            span = Span(found.start(), found.end("numbers")).shift(node.content.start)
            there, meant = f"{found['word']} {found['numbers']}", f"{word} {right}"
            if there != meant:
                yield self.at(
                    span,
                    f"{node.locator} should have “{meant}” of the Charter, not "
                    f"“{there}”",
                    Fix.replace(span, meant),
                )


def _written(numbers: str) -> str | None:
    """Return numbers in roman; None if the Charter has no such chapter."""
    made, done = "", 0
    for found in _PART.finditer(numbers):
        word = found[0]
        if word.isdecimal():
            value: int | None = int(word)
        elif word.lower() in _WORDS:
            value = _WORDS.index(word.lower()) + 1
        else:
            value = value_of(word.upper())
        if value is None or not 0 < value <= LAST:
            return None
        made += numbers[done : found.start()] + numeral(value)
        done = found.end()
    return made + numbers[done:]
