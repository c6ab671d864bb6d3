"""The number of an only operative paragraph."""

from collections.abc import Iterator

from resolint import (
    UNITED_NATIONS,
    Diagnostic,
    Edit,
    Fix,
    Resolution,
    Rule,
    Safety,
    Severity,
    Span,
)
from resolint_rules.alone import removal
from resolint_rules.named import paragraph_named
from resolint_rules.schemes import labelled, mixed
from resolint_rules.subparagraphs.lists import all_items, well_formed
from resolint_rules.verbs import WORD, verbs


class SingleParagraph(Rule[Resolution]):
    """An only operative paragraph that has a number."""

    code = "OPN001"
    name = "single-paragraph"
    severity = Severity.WARNING
    profiles = UNITED_NATIONS

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want no number where there is nothing to count."""
        # Without the enacting line it may be a paragraph of a longer text.
        if len(node.operative) != 1 or node.enacting is None:
            return
        (paragraph,) = node.operative
        marker = paragraph.marker
        if marker is None or not paragraph.content:
            return
        # The label of a working draft is the business of STR016.
        if labelled(node.source, paragraph):
            return
        safety = removal(node.source, paragraph.span)
        # Items in figures might be read as paragraphs once it is gone.
        lettered = all(map(well_formed, all_items(paragraph)))
        # So might one of the preamble that ends like the last of the text.
        opening = WORD.search(node.source.text, paragraph.content.start)
        verb = opening is not None and opening[0].lower() in verbs()
        sure = verb and lettered and not mixed(node)
        if paragraph_named(node.source) or not sure:
            safety = min(safety, Safety.UNSAFE)
        edit = Edit(Span(marker.span.start, paragraph.content.start), "")
        yield self.at(
            marker.span,
            f"{paragraph.locator} is the only operative paragraph "
            "and should have no number",
            Fix(f"Take out “{marker.text}”", (edit,), safety),
        )
