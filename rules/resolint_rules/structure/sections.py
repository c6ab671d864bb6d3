"""The roman numbers of sections."""

from collections.abc import Iterator

from resolint import (
    Diagnostic,
    Heading,
    Profile,
    Resolution,
    Rule,
    Severity,
    Source,
    Span,
)
from resolint.grammar.space import plain
from resolint.regex import regex
from resolint_rules.counting import numerals, roman

ROMAN = regex(r"(?P<roman>[IVXL]+)(?:\.? [A-Z].*)?")


class SectionSequence(Rule[Resolution]):
    """Sections whose roman numbers have a gap, a repeat or a restart."""

    code = "STR012"
    name = "section-sequence"
    severity = Severity.WARNING
    profiles = (Profile.GA, Profile.ECOSOC)

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want I, II, III and so on; under another heading they begin anew."""
        if node.enacting is None or len(node.headings) < 2:
            return
        for group in _groups(node):
            last = 0
            for at, (number, heading) in enumerate(group):
                wrong = number != last + 1
                if wrong:
                    span = _label(node.source, heading)
                    yield self.at(span, _message(heading.label, number, last))
                # A single misprint does not make those behind it wrong.
                after = group[at + 1][0] if at + 1 < len(group) else 0
                last = last + 1 if wrong and after == last + 2 else number


def _groups(node: Resolution) -> list[list[tuple[int, Heading]]]:
    """Return the sections that count together, with their numbers.

    Under A and B, and under Part I and Part II, they count anew.
    """
    groups: list[list[tuple[int, Heading]]] = [[]]
    letter = ""
    for heading in node.headings:
        number = section(node.source, heading)
        # Behind H the letter I is no number.
        follows = letter and ord(letter) + 1 == ord(heading.label[-1:] or "-")
        if number is not None and not follows:
            groups[-1].append((number, heading))
        elif heading.label:
            groups.append([])
        if heading.label:
            letter = heading.label if len(heading.label) == 1 else ""
            letter = "" if number is not None and not follows else letter
    return groups


def section(source: Source, heading: Heading) -> int | None:
    """Return the number of a section by its heading, ``II`` or ``II. Lamps``."""
    words = plain(source[heading.span])
    found = ROMAN.fullmatch(words)
    if found is None or found["roman"] != heading.label:
        return None
    return roman(heading.label)


def _label(source: Source, heading: Heading) -> Span:
    start = heading.span.start + source[heading.span].find(heading.label)
    return Span(start, start + len(heading.label))


def _message(label: str, number: int, last: int) -> str:
    due = numerals()[last].upper()
    if not last:
        return f"the first section is numbered {label}: it should be {due}"
    before = numerals()[last - 1].upper()
    if number == last:
        return f"section {label} comes twice: the second should be {due}"
    return f"section {label} follows section {before}: it should be {due}"
