"""References to paragraphs of the resolution itself."""

from collections.abc import Iterator

from resolint import (
    Diagnostic,
    Operative,
    Other,
    ParagraphReference,
    Passage,
    Resolution,
    Rule,
)
from resolint.mentions import numbered
from resolint_rules.references.council import passages


class PresentParagraph(Rule[Resolution]):
    """A paragraph of the present resolution that it does not have."""

    code = "REF024"
    name = "present-paragraph"

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want each paragraph that is said to be of the present resolution."""
        found = numbered(node)
        for passage in passages(node) if found else ():
            # Lines of an annex may be those of another text.
            if isinstance(passage, Other):
                continue
            for reference in passage.inline:
                match reference:
                    case ParagraphReference(place="present"):
                        yield from self._judged(passage, found, reference)

    def _judged(
        self,
        node: Passage,
        found: dict[str, list[Operative]],
        reference: ParagraphReference,
    ) -> Iterator[Diagnostic]:
        missing = [each for each in reference.numbers if each not in found]
        if missing and all(map(str.isdecimal, missing)):
            last = max(map(int, found))
            yield self.at(
                reference.span,
                f"{node.locator} should refer to one of the {last} paragraphs of the "
                f"present resolution, not to paragraph {missing[0]}",
            )
            return
        if missing or len(reference.numbers) != 1:
            return
        markers = {
            item.marker.text
            for paragraph in found[reference.numbers[0]]
            for item in paragraph.items
        }
        for marker in reference.items[:1]:
            if markers and marker not in markers:
                yield self.at(
                    reference.span,
                    f"{node.locator} should refer to a subparagraph that paragraph "
                    f"{reference.numbers[0]} has, not to "
                    f"{reference.numbers[0]} {marker}",
                )
