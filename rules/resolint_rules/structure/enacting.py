"""The enacting line."""

from collections.abc import Iterator

from resolint import (
    UNITED_NATIONS,
    Diagnostic,
    Enacting,
    Fix,
    Organ,
    Resolution,
    Rule,
    Safety,
    Span,
)
from resolint.regex import regex
from resolint_rules.structure.parts import organs_of

# A body of its own, "The Conference of the Parties", may speak of itself.
NEARLY = regex(
    r"(?i)general assembly|security council|human rights council|social council"
    r"|^the (?:assembly|council)$|\becosoc\b|\bun(?:ga|sc|hrc)\b|\bcommittee$"
)
NAMES = {
    Organ.HRC: regex(r"(?i)human rights|unhrc"),
    Organ.SC: regex(r"(?i)security|unsc"),
    Organ.ECOSOC: regex(r"(?i)social|ecosoc"),
    Organ.GA: regex(r"(?i)assembly|unga|committee"),
}


class EnactingLine(Rule[Resolution]):
    """An enacting line that is missing, doubled, or names the organ wrongly."""

    code = "STR002"
    name = "enacting-line"
    profiles = UNITED_NATIONS

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want one line that names the adopting organ in full."""
        if node.enacting is None:
            yield from self._missing(node)
        elif node.enacting.organ is None:
            yield from self._unknown(node, node.enacting)
        else:
            yield from self._other(node, node.enacting)
        for part in node.parts:
            if part.enacting and _repeats(node, part):
                message = "second enacting line: a resolution should have only one"
                yield self.at(part.enacting.content, message)

    def _missing(self, node: Resolution) -> Iterator[Diagnostic]:
        """Speak of a text with a masthead and both parts, but no enacting line."""
        masthead = node.masthead
        sure = masthead.field("adoption") or (
            masthead.field("symbol")
            and (masthead.field("session") or masthead.field("resolution_number"))
        )
        if node.parts or not (sure and node.preamble and node.operative):
            return
        first = node.preamble[0]
        opened = [paragraph for paragraph in node.preamble if paragraph.opening]
        if len(opened) * 2 < len(node.preamble) or first.opening is None:
            return
        name = f"“The {node.organ}”" if node.organ else "the adopting organ"
        message = f"an enacting line that names {name} should stand before the preamble"
        yield self.at(first.opening.span, message)

    def _unknown(self, node: Resolution, line: Enacting) -> Iterator[Diagnostic]:
        name = node.source[line.name]
        organ = node.organ or _meant(name)
        if organs_of(node.masthead) or NEARLY.search(name):
            right = f"The {organ}" if organ else ""
            message = "enacting line should name the adopting organ in full"
            message += f", “{right}”, not “{name}”" if organ else f", not “{name}”"
            fix = Fix.replace(line.name, right, Safety.UNSAFE) if organ else None
            yield self.at(line.name, message, fix)

    def _other(self, node: Resolution, line: Enacting) -> Iterator[Diagnostic]:
        """Speak of a line that names another organ than the masthead does."""
        named = organs_of(node.masthead)
        if node.label == "draft" or not named or line.organ in named:
            return
        message = (
            f"enacting line names “{node.source[line.name]}”, the masthead the "
            f"{' and the '.join(sorted(named))}"
        )
        yield self.at(line.name, message)


def _meant(name: str) -> Organ | None:
    """Return the organ that a wrong name seems to mean."""
    return next((organ for organ, known in NAMES.items() if known.search(name)), None)


def _repeats(node: Resolution, part: Resolution) -> bool:
    """Whether a draft in the text is no draft, but goes on after a second name."""
    if part.label != "draft" or part.organ is not node.organ:
        return False
    start = part.span.start
    before = node.source[Span(max(0, start - 40), start)].rstrip()
    if before[-1:] in ':“"' or node.source.text[start] in "“\"‘'":
        return False
    # After a heading or a closing another resolution of a collection begins.
    paragraphs = (*node.preamble, *node.operative)
    starts = [line.span.start for line in paragraphs if line.span.start < start]
    last = max(starts, default=0)
    between = (*node.headings, *node.others, *node.closing.fields)
    return not any(last < line.span.start < start for line in between)
