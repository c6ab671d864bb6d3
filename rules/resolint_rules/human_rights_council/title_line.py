"""The line of the title."""

from collections.abc import Iterator

from resolint import (
    Diagnostic,
    Fix,
    Organ,
    Profile,
    Resolution,
    Rule,
    Safety,
    Span,
    Stage,
)
from resolint.grammar.space import folded
from resolint.regex import regex
from resolint_rules.metadata.identity import own_identity

_LABELLED = regex(
    r"(?P<lead>(?:(?i:(?:human rights )?council )?(?i:resolution)|Res\.|A/HRC/RES/)"
    r"(?: (?:No\.|no\.))? ?)?"
    r"(?P<number>(?:S-)?\d{1,3}/\d{1,3})(?P<mark>\.? ?[:,;–—-]|\.)? *"
)


class TitleLine(Rule[Resolution]):
    """A title that is not written after the number and a full stop."""

    code = "HRC002"
    name = "council-title-line"
    profiles = (Profile.HRC,)
    stages = (Stage.ADOPTED,)

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want “57/12. Title”."""
        title = node.title
        if not node.whole or node.organ is not Organ.HRC or title is None:
            return
        named = own_identity(node)
        if named is None or not named.number or node.masthead.field("adoption") is None:
            return
        # A number that stands there is the business of TIT002 and MET001.
        if title.number:
            return
        text = folded(node.source[title.content])
        found = _LABELLED.match(text)
        if found is None:
            start = Span(title.content.start, title.content.start)
            message = f"the title should begin with its number, “{named.number}.”"
            fix = Fix.replace(start, f"{named.number}. ", Safety.UNSAFE)
            yield self.at(title.content, message, fix)
            return
        span = Span(*found.span()).shift(title.content.start)
        safe = found["number"] == named.number and found.end() < len(text)
        message = (
            f"the title should begin with “{found['number']}.”, "
            f"not “{found[0].strip()}”"
        )
        safety = Safety.SAFE if safe else Safety.UNSAFE
        yield self.at(span, message, Fix.replace(span, f"{found['number']}. ", safety))
