"""Footnotes, and the places that call them."""

import re
from collections.abc import Iterator

from resolint import Diagnostic, Resolution, Rule, Shows, Span
from resolint_rules.footnotes.labels import is_sign


class FootnoteAnchors(Rule[Resolution]):
    """A note that nothing calls, or a call without a note."""

    code = "FNT002"
    name = "footnote-anchors"
    needs = frozenset({Shows.NOTES})

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want a note for each call, and a call for each note."""
        if not node.whole:
            return
        known = {note.label for note in node.notes}
        called = {call.label for call in node.source.calls}
        for call in node.source.calls:
            if call.label in known or is_sign(call.label):
                continue
            known.add(call.label)
            message = f"note {call.label} is called here, but there is no such note"
            yield self.at(Span(call.at, call.at), message)
        for note in node.notes:
            uncalled = note.label not in called and not is_sign(note.label)
            if uncalled and not _may_be_called(node, note.label):
                message = f"{note.locator} is called nowhere in the text"
                yield self.at(note.content, message)


def _may_be_called(node: Resolution, label: str) -> bool:
    """Whether text without superscripts has a number that may be an indicator.

    ``Development 2 through``: it stands apart, where no number belongs.
    """
    if node.source.format != "text" or not label.isdecimal():
        return False
    body = node.source.text[: node.notes[0].span.start]
    apart = rf"[\w,;.)”’][ \u00a0]{{1,2}}{label}(?=[ ,;]+[a-z(]|\s*$)"
    return re.search(apart, body, re.MULTILINE) is not None
