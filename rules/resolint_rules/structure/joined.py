"""The space after a mark."""

from collections.abc import Iterator

from resolint import Diagnostic, Fix, Passage, Resolution, Rule, Severity, Span
from resolint.regex import regex
from resolint_rules.structure.marks import NAMES
from resolint_rules.structure.parts import where

# Two letters, or the article: names of substances, "N,N-…", have commas of their own.
JOINED = regex(r"[,;](?<=[\w)\]”’].)(?=[^\W\d_]{2}|a\s|[“(])")
ADDRESS = regex(r"(?:://|www\.|@)\S*\Z")
LONGEST_ADDRESS = 300


class MissingSpace(Rule[Passage]):
    """A comma or semicolon with no space behind it."""

    code = "STR018"
    name = "missing-space"
    severity = Severity.WARNING
    needles = (",A", ";A", ",“", ";“", ",(", ";(")

    def check(self, node: Passage, within: Resolution) -> Iterator[Diagnostic]:
        """Want a space between a comma or semicolon and the next word."""
        text = within.source[node.content]
        called = {call.at for call in node.calls}
        for found in JOINED.finditer(text):
            at = found.start()
            if ADDRESS.search(text[max(0, at - LONGEST_ADDRESS) : at]):
                continue
            mark = Span(*found.span()).shift(node.content.start)
            message = f"a space should follow the {NAMES[found[0]]} in {where(node)}"
            after = Span(mark.end, mark.end)
            fix = Fix.replace(after, " ")
            if mark.end in called:
                # The indicator stands right after the mark, the space after both.
                letter = Span(mark.end, mark.end + 1)
                fix = Fix.replace(letter, f" {within.source[letter]}")
            yield self.at(mark, message, fix)
