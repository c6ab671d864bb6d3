"""The closing lines in italics."""

from collections.abc import Iterator

from resolint import (
    Closing,
    Diagnostic,
    Field,
    Fix,
    Profile,
    Resolution,
    Rule,
    Severity,
    Shows,
)

_LINES = frozenset({"meeting", "date"})


class ClosingItalics(Rule[Closing]):
    """One of the closing lines in roman, the other in italics."""

    code = "ITA011"
    name = "closing-italics"
    severity = Severity.INFO
    profiles = (Profile.GA, Profile.ECOSOC)
    needs = frozenset({Shows.ITALICS})

    def check(self, node: Closing, within: Resolution) -> Iterator[Diagnostic]:
        """Want both in italics; where neither is, the format has left them out."""
        source = within.source
        lines = [line for line in node.fields if line.name in _LINES]
        roman = [line for line in lines if not _is_italic(line, within)]
        if len(roman) == len(lines):
            return
        for line in roman:
            words = " ".join(source[line.content].split())
            message = f"{line.locator} should have “{words}” in italics"
            yield self.at(line.content, message, Fix.italicise(line.content))


def _is_italic(line: Field, within: Resolution) -> bool:
    return within.source.italic(line.content)
