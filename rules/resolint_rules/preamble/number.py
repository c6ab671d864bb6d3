"""Numbers and letters in the preamble."""

from collections.abc import Iterator

from resolint import (
    UNITED_NATIONS,
    Diagnostic,
    Edit,
    Fix,
    Item,
    Marker,
    Other,
    Paragraph,
    Preambular,
    Resolution,
    Rule,
    Safety,
    Span,
)
from resolint_rules.alone import removal
from resolint_rules.endings import ending
from resolint_rules.preambular import lettered, resembles_preambular
from resolint_rules.schemes import labelled, mixed


class PreambularNumber(Rule[Resolution]):
    """A preambular paragraph with a number or a letter."""

    code = "PRE002"
    name = "preambular-number"
    profiles = UNITED_NATIONS

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want no number and no letter before a preambular paragraph."""
        for paragraph in node.preamble:
            # The label of a working draft is the business of STR016.
            if paragraph.number is not None and not labelled(node.source, paragraph):
                yield self._found(node, paragraph, paragraph.number)
            if lettered(node.source, paragraph):
                for item in paragraph.items:
                    yield self._found(node, item, item.marker)
        first = min(
            (paragraph.span.start for paragraph in (*node.preamble, *node.operative)),
            default=len(node.source.text),
        )
        for line in node.others if node.enacting else ():
            if not isinstance(line, Other) or line.span.start > first:
                continue
            if line.marker is not None and resembles_preambular(node.source, line):
                yield self._found(node, line, line.marker)

    def _found(
        self, node: Resolution, line: Preambular | Item | Other, marker: Marker
    ) -> Diagnostic:
        where = "preambular paragraph"
        if isinstance(line, Preambular):
            where = line.locator
        what = "number" if marker.value.isdigit() else "letter"
        edit = Edit(Span(marker.span.start, line.content.start), "")
        safety = removal(node.source, line.span)
        if not _sure(node, line):
            safety = min(safety, Safety.UNSAFE)
        return self.at(
            marker.span,
            f"{where} should have no {what}, not “{marker.text}”",
            Fix(f"Take out “{marker.text}”", (edit,), safety),
        )


def _sure(node: Resolution, line: Preambular | Item | Other) -> bool:
    """Whether without its number the line, and the rest, are read as they are now."""
    if isinstance(line, Paragraph) and line.items:
        return False
    numbers = (paragraph.marker for paragraph in node.operative)
    figures = all(marker is None or marker.value.isdigit() for marker in numbers)
    if mixed(node):
        return False
    return figures and ending(node.source, line).mark != ":"
