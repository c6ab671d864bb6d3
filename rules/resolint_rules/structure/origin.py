"""The report that a text of the General Assembly came with."""

from collections.abc import Iterator

from resolint import (
    Diagnostic,
    Field,
    Profile,
    Related,
    Resolution,
    Rule,
    Span,
    Stage,
)
from resolint.regex import regex

SYMBOL = regex(
    r"\bA/(?P<committee>C\.\d/)?(?P<session>E?S-\d+|\d+)/"
    r"(?P<rest>[^\s,;()\]]+)"
)

ADOPTED = regex(r"A/RES/(?P<session>E?S-\d+|\d+)/")
HYPHENS = str.maketrans("‐‑", "--")


class ReportSession(Rule[Resolution]):
    """A report of another session, or no report."""

    code = "STR023"
    name = "report-session"
    profiles = (Profile.GA,)
    stages = (Stage.ADOPTED,)

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want the symbol of a report of the session of the resolution."""
        line = node.masthead.field("information")
        if not node.whole or line is None:
            return
        session, where = _session(node)
        if not session:
            return
        words = node.source[line.content].translate(HYPHENS)
        report = "on the report" in words
        for found in SYMBOL.finditer(words):
            span = Span(*found.span()).shift(line.content.start)
            draft = "L." in found["rest"] or found["committee"]
            if report and draft:
                message = f"{found[0]} should be the symbol of the report, such as "
                yield self.at(span, f"{message}A/{session}/123")
            elif found["session"] != session:
                message = (
                    f"{found[0]} in the information line should be a document of the "
                    f"session of the resolution, {session}"
                )
                notes = (Related(where.content, "the session"),) if where else ()
                yield self.at(span, message, notes=notes)


def _session(node: Resolution) -> tuple[str, Field | None]:
    """Return the session that symbol and session line agree on, and where it stands."""
    symbol = node.masthead.field("symbol")
    line = node.masthead.field("session")
    printed = ADOPTED.match(symbol.value.translate(HYPHENS)) if symbol else None
    told = line.value if line else ""
    if printed is None:
        return told, line
    # Which of two is wrong is the business of MET002.
    if told and told != printed["session"]:
        return "", None
    return printed["session"], symbol
