"""What only an adopted text has."""

from collections.abc import Iterator

from resolint import EDITED, Diagnostic, Resolution, Rule, Severity, Stage
from resolint.grammar.space import folded
from resolint.regex import regex
from resolint_rules.drafts.draft_symbol import LIMITED

_BLANK = regex(r"(?:Resolution )?\d{1,3}/(?:…|\.{2,}|_+|[xX]{1,3})(?=[\s.]|\Z)\.?")
_CLOSING = {"meeting": "the number of a meeting", "vote": "the result of a vote"}


class DraftResults(Rule[Resolution]):
    """A draft with a number, a meeting or a vote: it has had none."""

    code = "DRF009"
    name = "draft-results"
    severity = Severity.WARNING
    profiles = EDITED

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want nothing in a draft that its adoption will bring."""
        if not node.whole or not _is_draft(node):
            return
        title = node.title
        if title and title.number and title.number_span:
            message = (
                f"a draft should have no number of a resolution, as {title.number}"
            )
            yield self.at(title.number_span, message)
        elif title and (found := _BLANK.match(folded(node.source[title.content]))):
            start = title.content.start
            span = type(title.content)(start, start + found.end())
            message = f"a draft should have no number of a resolution, as “{found[0]}”"
            yield self.at(span, message)
        adoption = node.masthead.field("adoption")
        if adoption:
            message = "a draft should not say that it was adopted"
            yield self.at(adoption.content, message)
        for line in node.closing.fields:
            if what := _CLOSING.get(line.name):
                shown = " ".join(node.source[line.content].split())
                if len(shown) > 60:
                    shown = f"{shown[:59].rstrip()}…"
                yield self.at(
                    line.content, f"a draft should have no {what[4:]}, as “{shown}”"
                )


def _is_draft(node: Resolution) -> bool:
    """Whether a text is surely a draft: by its symbol, or by its sponsors."""
    symbol = folded(node.masthead.value("symbol")).rstrip("*")
    if symbol:
        return bool(LIMITED.fullmatch(symbol))
    return node.stage is Stage.DRAFT and node.masthead.field("sponsors") is not None
