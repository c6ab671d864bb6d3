"""The form of the numbers of operative paragraphs."""

from collections.abc import Iterator

from resolint import (
    UNITED_NATIONS,
    Diagnostic,
    Edit,
    Fix,
    Marker,
    Resolution,
    Rule,
    Safety,
    Span,
)
from resolint_rules.operative.numbering import Numbered, numbered
from resolint_rules.schemes import labelled, mixed


class OperativeNumber(Rule[Resolution]):
    """An operative paragraph without a number, or with one in another form."""

    code = "OPN002"
    name = "operative-number"
    profiles = UNITED_NATIONS

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want an arabic figure and a full stop before each of several paragraphs."""
        found = numbered(node)
        bare = all(each.printed is None for each in found)
        fits = bare or all(each.printed in (None, each.due) for each in found)
        if all(each.printed and _ordinary(each.paragraph.marker) for each in found):
            return
        most = Safety.UNSAFE if mixed(node) else Safety.SAFE
        for place, each in enumerate(found, 1):
            marker = each.paragraph.marker
            # The label of a working draft is the business of STR016.
            if labelled(node.source, each.paragraph):
                continue
            if marker is None:
                safety = most if fits else Safety.UNSAFE
                yield self._missing(each, place, safety)
            elif not _ordinary(marker):
                yield self._misshapen(each, place, marker, most)

    def _missing(self, each: Numbered, place: int, safety: Safety) -> Diagnostic:
        start = each.paragraph.span.start
        edit = Edit(Span(start, start), f"{each.due}. ", italic=False)
        opening = each.paragraph.opening
        span = opening.span if opening else Span(start, start)
        return self.at(
            span,
            f"operative paragraph {place} has no number; should be numbered "
            f"“{each.due}.”",
            Fix(f"Insert “{each.due}.”", (edit,), safety),
        )

    def _misshapen(
        self, each: Numbered, place: int, marker: Marker, most: Safety
    ) -> Diagnostic:
        value, whole = each.value, marker.span
        edits = [
            Edit(Span(whole.start, value.start), ""),
            Edit(Span(value.end, whole.end), "."),
        ]
        safety = most
        number, where = marker.value, each.paragraph.locator
        if not number.isdigit():
            # A wrong roman number is written anew by OPN003.
            safety = Safety.UNSAFE if each.printed != each.due else most
            number, where = str(each.due), f"operative paragraph {place}"
            edits = [Edit(whole, f"{number}.")]
        edits = [edit for edit in edits if len(edit.span) or edit.text]
        return self.at(
            whole,
            f"{where} should be numbered “{number}.”, not “{marker.text}”",
            Fix(f"Write “{number}.”", tuple(edits), safety),
        )


def _ordinary(marker: Marker | None) -> bool:
    return marker is not None and marker.form == "1."
