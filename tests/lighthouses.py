"""A draft, and rules, that tests of the engine share."""

from collections.abc import Iterator
from types import MappingProxyType

from resolint import (
    ALL,
    Diagnostic,
    Fix,
    Operative,
    Paragraph,
    Preambular,
    Resolution,
    Rule,
    Safety,
    Severity,
    Shows,
    Source,
    Span,
    Stage,
)
from resolint.profiles import Profile
from resolint.readers.markdown import from_markdown

DRAFT = """*The General Assembly*,

*Recalling* the importance of lighthouses,

*Aware* of the number of lamps,

1. *Welcomes* the restoration of the lighthouse.

2. *Requests* keepers:

(a) To trim the lamps;

(b) To keep a logbook;

3. *Decides* to continue its consideration of the matter
"""


def draft(text: str = DRAFT, name: str = "draft.md") -> Source:
    """Return a draft in Markdown, as its reader reads it."""
    return from_markdown(text, name)


class Lamps(Rule[Paragraph]):
    """Lamps are named."""

    code = "TST001"
    name = "lamps"
    severity = Severity.WARNING
    severities = MappingProxyType(
        {Profile.SC: Severity.INFO, Stage.ADOPTED: Severity.ERROR}
    )

    def check(self, node: Paragraph, within: Resolution) -> Iterator[Diagnostic]:
        """Find the word in a paragraph."""
        text = within.source[node.content]
        if "lamps" in text:
            start = node.content.start + text.index("lamps")
            span = Span(start, start + 5)
            yield self.at(span, "lamps are lights", Fix.replace(span, "lights"))


class Ends(Rule[Preambular | Operative]):
    """Each paragraph is counted, but in the Security Council."""

    code = "TST002"
    name = "ends"
    profiles = tuple(each for each in ALL if each is not Profile.SC)

    def check(
        self, node: Preambular | Operative, within: Resolution
    ) -> Iterator[Diagnostic]:
        """Find every paragraph."""
        yield self.at(node.ending, f"the {node.locator} ends")


class Slanted(Rule[Resolution]):
    """What only a format with italics shows."""

    code = "TST003"
    name = "slanted"
    severity = Severity.INFO
    needs = frozenset({Shows.ITALICS})
    stages = (Stage.DRAFT,)

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Find the whole, twice."""
        yield self.at(node.span, "this is slanted")
        yield self.at(node.span, "this is slanted")


class Unsure(Rule[Resolution]):
    """A fix that may touch the meaning."""

    code = "TST004"
    name = "unsure"

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want another word."""
        start = node.source.text.find("keepers")
        if start >= 0:
            span = Span(start, start + 7)
            yield self.at(span, "who?", Fix.replace(span, "guards", Safety.UNSAFE))


class Broken(Rule[Operative]):
    """A rule that fails."""

    code = "TST005"
    name = "broken"

    def check(self, node: Operative, within: Resolution) -> Iterator[Diagnostic]:
        """Fail."""
        raise ZeroDivisionError("no lamp")
        yield
