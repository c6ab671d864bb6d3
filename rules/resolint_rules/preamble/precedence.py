"""The order of what a preamble recalls."""

from collections.abc import Iterator

from resolint import (
    Diagnostic,
    Preambular,
    Profile,
    Related,
    Resolution,
    Rule,
    Severity,
    Span,
)
from resolint.grammar.space import folded
from resolint.regex import regex

CHARTER = regex(r"[^,;:]{0,80}?\bCharter of the United Nations\b")


class CharterFirst(Rule[Resolution]):
    """The Charter behind particular resolutions."""

    code = "PRE010"
    name = "charter-first"
    severity = Severity.INFO
    profiles = (Profile.GA, Profile.HRC)

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want the paragraph on the Charter before those on resolutions."""
        before: Preambular | None = None
        for paragraph in node.preamble:
            found = CHARTER.match(folded(node.source[paragraph.content]))
            cited = [each for each in paragraph.citations if each.kind == "resolution"]
            if found and not any(
                each.span.start < paragraph.content.start + found.end()
                for each in cited
            ):
                if before is not None:
                    start = found.end() - len("Charter of the United Nations")
                    span = Span(start, found.end()).shift(paragraph.content.start)
                    message = (
                        f"{paragraph.locator}, on the Charter, should stand before the "
                        f"{before.locator}, which recalls resolutions"
                    )
                    notes = (Related(before.content, "what it should stand before"),)
                    yield self.at(span, message, notes=notes)
                return
            if cited and before is None:
                before = paragraph
