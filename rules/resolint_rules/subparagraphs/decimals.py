"""Numbers such as 1.1."""

from collections.abc import Iterator

from resolint import (
    EDITED,
    UNITED_NATIONS,
    Diagnostic,
    Item,
    Marker,
    Operative,
    Other,
    Passage,
    Preambular,
    Profile,
    Resolution,
    Rule,
    Severity,
)
from resolint.regex import regex
from resolint_rules.subparagraphs.lists import all_items

DECIMAL = regex(r"\d{1,3}\.\d{1,3}\.?")
# What has numbers of its own: rules and regulations that are adopted or amended.
RULES = regex(r"(?i)\b(?:rules?|regulations?|statutes?|articles?|amend\w*)\b")


class DecimalNumber(Rule[Resolution]):
    """A line of the operative part that is numbered 1.1."""

    code = "SUB012"
    name = "decimal-number"
    severity = Severity.WARNING
    profiles = UNITED_NATIONS

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want letters below numbered paragraphs."""
        edited = node.organ is None or Profile[node.organ.name] in EDITED
        for paragraph in node.operative:
            # In the other organs SUB001 says how items should be marked.
            items = () if edited else all_items(paragraph)
            for line in (*items, *paragraph.continuation):
                if _quoted(node, line):
                    continue
                marker = line.marker if isinstance(line, Item | Other) else None
                if marker is not None and DECIMAL.fullmatch(marker.text):
                    if not RULES.search(node.source[paragraph.content]):
                        yield self._found(paragraph, marker)
                    break

    def _found(self, paragraph: Operative | Preambular, marker: Marker) -> Diagnostic:
        message = (
            f"{paragraph.locator} should have subparagraphs (a), (b) and so on, "
            f"not “{marker.text}”"
        )
        return self.at(marker.span, message)


def _quoted(node: Resolution, line: Passage) -> bool:
    return node.source.text[line.span.start] in '“"'
