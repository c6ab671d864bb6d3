"""How the name of the body is set."""

from collections.abc import Iterator

from resolint import Diagnostic, Fix, Resolution, Safety, Severity, Shows
from resolint_rules.model_un.conferences import ConferenceRule


class BodyName(ConferenceRule):
    """A name of the body that is not in capitals, or not in italics."""

    code = "MUN018"
    name = "body-name"
    severity = Severity.INFO

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want capitals where the conference has them, and italics where it does."""
        if node.enacting is None or not len(node.enacting.name):
            return
        span = node.enacting.name
        name = node.source[span]
        if self.customs.body == "capitals" and not name.isupper():
            fix = Fix.replace(span, name.upper(), Safety.UNSAFE)
            message = f"the name of the body should be in capitals, “{name.upper()}”"
            yield self.at(span, message, fix)
        shown = Shows.ITALICS in node.source.shows
        if self.customs.body == "italic" and shown and not node.source.italic(span):
            fix = Fix.italicise(span)
            yield self.at(span, "the name of the body should be in italics", fix)
