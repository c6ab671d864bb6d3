"""How subparagraphs end."""

from collections.abc import Iterator
from types import MappingProxyType

from resolint import (
    UNITED_NATIONS,
    Diagnostic,
    Fix,
    Item,
    Operative,
    Profile,
    Resolution,
    Rule,
    Safety,
    Severity,
    Style,
)
from resolint_rules.endings import MARKS, below, ending
from resolint_rules.subparagraphs.lists import all_items, closes, series


class SubparagraphEnding(Rule[Resolution]):
    """A subparagraph that ends with the wrong mark."""

    code = "SUB003"
    name = "subparagraph-ending"
    severities = MappingProxyType({Profile.SC: Severity.INFO})
    profiles = UNITED_NATIONS

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want a semicolon after each item, or the full stop of the resolution."""
        for at, paragraph in enumerate(node.operative):
            if series(paragraph, within) is None:
                continue
            after = node.operative[at + 1 : at + 2]
            until = after[0].span.start if after else None
            items = list(all_items(paragraph))
            ends = [item.span.start for item in items[1:]]
            for item, start in zip(items, [*ends, until], strict=True):
                # What leads on to a list of its own is the business of SUB005.
                if not item.items and item.content:
                    yield from self._judged(node, paragraph, item, start)

    def _judged(
        self, node: Resolution, paragraph: Operative, item: Item, until: int | None
    ) -> Iterator[Diagnostic]:
        """Yield a finding if an item should end with another mark."""
        mark = "." if closes(node, paragraph, item) else ";"
        end = ending(node.source, item)
        # The word that leads on to the next item is the business of SUB004.
        joined = end.conjunction
        if mark in (end.mark, end.inside) or (mark == ";" and joined):
            return
        under = below(node, item, until)
        if under is not None and (under.style is Style.TABLE or end.mark not in ";,."):
            return
        if joined:
            words = node.source[joined].strip()
            message = f"{item.locator} should end with {MARKS[mark]}, not “{words}”"
            yield self.at(joined, message, Fix.replace(joined, mark, Safety.UNSAFE))
            return
        yield self.at(
            end.span,
            f"{item.locator} should end with {MARKS[mark]}{end.found}",
            end.fix(mark),
        )
