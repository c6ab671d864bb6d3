"""Dashes that interrupt a sentence."""

from collections.abc import Iterator

from resolint import (
    EDITED,
    Diagnostic,
    Fix,
    Footnote,
    Other,
    Paragraph,
    Passage,
    Resolution,
    Rule,
    Safety,
    Severity,
    Span,
)
from resolint.grammar.space import folded
from resolint_rules.patterns import Pattern
from resolint_rules.punctuation.marks import in_address, is_set_apart
from resolint_rules.spelling.names import is_quoted

_DASH = Pattern(
    r"(?<=[\w,)”’%°])(?: ?— ?| --? | ?--(?!-) ?|(?<=[a-z]{2})– (?!and |or |to )"
    r"|(?<=[a-z]{2}) –(?=[a-z]{2}))(?=[\w(“‘])"
)
_NAMES = (("—", "an em dash"), ("--", "two hyphens"), ("-", "a hyphen"))


class SpacedDash(Rule[Passage]):
    """An em dash, a hyphen or an unspaced dash where a sentence is interrupted."""

    code = "PUN008"
    name = "spaced-en-dash"
    severity = Severity.INFO
    profiles = EDITED
    needles = ("—", "-", "–")

    def check(self, node: Passage, within: Resolution) -> Iterator[Diagnostic]:
        """Want an en dash with a space on either side."""
        if not isinstance(node, Paragraph | Footnote | Other):
            return
        text = folded(within.source[node.content])
        # Columns of a table are often parted by such marks.
        if not any(mark in text for mark in ("—", "--", " - ", "– ", " –")):
            return
        if isinstance(node, Other) and not text.rstrip().endswith((".", ",", ";", ":")):
            return
        for found in _DASH.finditer(text):
            before, after = text[found.start() - 1], text[found.end()]
            span = Span(*found.span()).shift(node.content.start)
            # Ranges are the business of PUN007 and of the rules on numbers.
            if (before.isdigit() and after.isdigit()) or is_quoted(text, found.start()):
                continue
            if in_address(text, found.start()) or is_set_apart(within.source, span):
                continue
            there = next((name for mark, name in _NAMES if mark in found[0]), "")
            instead = f", not {there}" if there else ""
            # “gender--responsive” may have been meant for a hyphen.
            either = " or a hyphen" if found[0] == "--" else ""
            safety = Safety.UNSAFE if either else Safety.SAFE
            message = f"{node.locator} should have a spaced en dash{either}{instead}"
            yield self.at(span, message, Fix.replace(span, " – ", safety))
