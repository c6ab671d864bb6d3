"""Which lines a header has."""

from collections.abc import Iterator

from resolint import Diagnostic, Resolution, Severity
from resolint_rules.model_un.conferences import ConferenceRule
from resolint_rules.model_un.header import HeaderField, header

_NAMES = {
    "committee": "committee",
    "topic": "question",
    "submitters": "submitters",
    "sponsors": "co-submitters",
    "signatories": "signatories",
}


class HeaderFields(ConferenceRule):
    """A header that lacks a line, or has one that is empty."""

    code = "MUN001"
    name = "header-fields"
    severity = Severity.WARNING

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want the lines that the conference asks for, each with something in it."""
        if not node.whole:
            return
        found = header(node)
        for each in found:
            if not len(each.value):
                label = node.source[each.label]
                yield self.at(each.label, f"the line “{label}” should not be empty")
            elif each.kind in self.customs.without:
                message = "the header should not name sponsors at this conference"
                yield self.at(each.label, message)
        yield from self._missing(node, found)

    def _missing(
        self, node: Resolution, found: tuple[HeaderField, ...]
    ) -> Iterator[Diagnostic]:
        has = {each.kind for each in found}
        # Drafts in United Nations style have a masthead, and the title is the question.
        if not found and self.customs.body != "capitals":
            return
        if node.title is not None:
            has.add("topic")
        missing = [
            "sponsors" if len(kinds) > 1 else _NAMES[kinds[0]]
            for kinds in self.customs.fields
            if has.isdisjoint(kinds)
        ]
        if not missing or not (found or node.enacting):
            return
        place = node.enacting.name if node.enacting else node.span
        if found:
            place = found[0].label
        *before, last = (f"the {name}" for name in missing)
        listed = f"{', '.join(before)} and {last}" if before else last
        yield self.at(place, f"the header should name {listed} too")
