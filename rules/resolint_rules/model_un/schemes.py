"""The markers of sub-clauses: one scheme in a document."""

from collections import Counter
from collections.abc import Iterator

from resolint import Diagnostic, Edit, Fix, Item, Resolution, Safety, Severity, Span
from resolint_rules.model_un.conferences import Conference, ConferenceRule
from resolint_rules.model_un.likeness import with_others
from resolint_rules.named import item_named
from resolint_rules.subparagraphs.lists import all_items, value_of

_SHAPES = frozenset({"(x)", "x)", "x."})
"""What schemes of other conferences have."""


class SubClauseScheme(ConferenceRule):
    """Sub-clauses that are marked in several ways, or not as the conference asks."""

    code = "MUN005"
    name = "sub-clause-scheme"
    severity = Severity.WARNING

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want the markers of each degree alike in all clauses."""
        items = [
            item
            for paragraph in node.operative
            for item in all_items(paragraph)
            # A list in figures is quoted, an agenda say.
            if not any(mark[:1].isdigit() for mark in item.path)
        ]
        for level in (1, 2):
            yield from self._judged(
                [item for item in items if item.level == level], level, within
            )

    def _judged(
        self, items: list[Item], level: int, within: Resolution
    ) -> Iterator[Diagnostic]:
        """Yield a finding for the first sub-clause of a degree that is not like it."""
        forms = Counter(_shape(item) for item in items)
        if not forms:
            return
        asked = self.customs.scheme[level - 1 : level]
        usual = forms.most_common(1)[0][0]
        # Whoever has not said where a draft goes may have a scheme of another kind.
        own = self.conference is not Conference.UN
        judge = asked and (own or usual not in _SHAPES)
        shape = asked[0].replace("a", "x").replace("i", "x") if judge else usual
        wrong = [item for item in items if _shape(item) != shape]
        if not wrong:
            return
        edits = []
        for item in wrong:
            value = value_of(item)
            edits.append(
                Edit(item.marker.span, shape.replace("x", within.source[value]))
            )
        first = wrong[0]
        lettered = all(item.marker.value.isalpha() for item in wrong)
        safety = Safety.UNSAFE if item_named(within.source) else Safety.SAFE
        more = " and so on" if len(wrong) > 1 else ""
        fix = Fix("Mark the sub-clauses alike", tuple(edits), safety)
        due = shape.replace("x", "ai"[level - 1])
        if lettered:
            due = shape.replace("x", first.marker.value)
        others = "as others are" if shape == usual else "as the conference asks"
        where = with_others(first.locator, wrong, "sub-clause")
        yield self.at(
            Span(first.marker.span.start, first.marker.span.end),
            f"{where} should be marked “{due}”{more}, {others}, "
            f"not “{first.marker.text}”",
            fix if lettered else None,
        )


def _shape(item: Item) -> str:
    """Return the form of a marker, whatever it counts with: ``(x)``, ``x.``."""
    value, text = item.marker.value, item.marker.text
    return text.replace(value, "x", 1) if value.isalnum() else text
