"""Contractions: don’t, it’s."""

from collections.abc import Iterator

from resolint import (
    Diagnostic,
    Fix,
    Passage,
    Resolution,
    Rule,
    Safety,
    Severity,
    Span,
)
from resolint.grammar.space import folded
from resolint_rules.punctuation.marks import in_address, is_worded
from resolint_rules.spelling.forms import Hit, hits, needles
from resolint_rules.spelling.names import is_quoted

TABLE = "contractions.tsv"
_SURE = ("n’t", "’re", "’ve", "’ll", "’m")
_ITS = "it’s"


def contractions(text: str) -> tuple[Hit, ...]:
    """Return where a text, spaces and hyphens folded, has contractions."""
    if "'" not in text and "’" not in text:
        return ()
    return hits(TABLE, text.replace("'", "’")).get("PUN016", ())


class NoContractions(Rule[Passage]):
    """Two words in one, with an apostrophe for what was left out."""

    code = "PUN016"
    name = "no-contractions"
    severity = Severity.WARNING

    def looks_for(self) -> frozenset[str]:
        """Return a needle for each contraction, with either apostrophe."""
        found = needles(TABLE, self.code)
        return found.union(each.replace("’", "'") for each in found)

    def check(self, node: Passage, within: Resolution) -> Iterator[Diagnostic]:
        """Want both words in full, but for quotations."""
        if not is_worded(node):
            return
        text = folded(within.source[node.content])
        for hit in contractions(text):
            draft = within.label == "draft"
            if is_quoted(text, hit.start, draft=draft) or in_address(text, hit.start):
                continue
            found = text[hit.start : hit.end]
            span = Span(hit.start, hit.end).shift(node.content.start)
            right, safety = hit.right, Safety.UNSAFE
            wanted = f"“{right}”"
            if hit.form.wrong == _ITS:
                # In a resolution it is meant for “its” more often than for “it is”.
                right = right.split()[0] + "s"
                wanted = f"“{right}” or “{hit.right}”"
            elif hit.form.wrong.endswith(_SURE):
                safety = Safety.SAFE
            message = f"{node.locator} should have {wanted}, not “{found}”"
            yield self.at(span, message, Fix.replace(span, right, safety))
