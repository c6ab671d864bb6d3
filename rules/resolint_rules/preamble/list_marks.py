"""The marks at the ends of lists in the preamble."""

from collections.abc import Iterator

from resolint import Diagnostic, Preambular, Profile, Resolution, Rule, Safety, Severity
from resolint_rules.endings import MARKS, ending
from resolint_rules.subparagraphs.lists import series


class PreambularList(Rule[Preambular]):
    """A list in the preamble whose items end with different marks."""

    code = "PRE004"
    name = "preambular-list"
    severity = Severity.INFO
    profiles = (Profile.GA, Profile.HRC)

    def check(self, node: Preambular, within: Resolution) -> Iterator[Diagnostic]:
        """Want the same mark after all items, and a comma after the last."""
        found = series(node, within)
        if found is None or len(found.items) < 2:
            return
        items = [item for item in found.items if not item.items]
        ends = [ending(within.source, item) for item in items]
        # Titles of documents, say, have no marks of their own.
        if not any(end.mark in (",", ";") for end in ends[:-1]):
            return
        due = ","
        if all(end.mark == ";" for end in ends):
            due = ";"
        for item, end in zip(items, ends, strict=True):
            mark = "," if item is found.items[-1] else due
            if end.conjunction or mark in (end.mark, end.inside):
                continue
            message = f"{item.locator} should end with {MARKS[mark]}{end.found}"
            yield self.at(end.span, message, end.fix(mark, Safety.UNSAFE))
