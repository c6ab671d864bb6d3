"""How preambular paragraphs end."""

from collections.abc import Iterator
from itertools import zip_longest

from resolint import Diagnostic, Fix, Preambular, Resolution, Rule, Safety
from resolint_rules.endings import Ending, below, ending
from resolint_rules.verbs import known


class PreambularEnding(Rule[Resolution]):
    """A preambular paragraph that ends with the wrong mark."""

    code = "PRE003"
    name = "preambular-ending"

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want a comma after each paragraph of the preamble."""
        brought = False
        first = node.operative[0].span.start if node.operative else None
        for paragraph, after in zip_longest(node.preamble, node.preamble[1:]):
            end = ending(node.source, paragraph)
            until = after.span.start if after else first
            last = after is None and not node.operative
            # What follows a colon is a list, or quoted.
            quoted = brought and paragraph.opening is None
            right = not end.words or "," in (end.mark, end.inside)
            if not (
                right or quoted or last or paragraph.items or paragraph.continuation
            ):
                leads = after is not None and after.opening is None
                leads = leads or below(node, paragraph, until) is not None
                yield from self._judged(node, paragraph, end, leads=leads)
            brought = end.mark == ":" or quoted

    def _judged(
        self, node: Resolution, paragraph: Preambular, end: Ending, *, leads: bool
    ) -> Iterator[Diagnostic]:
        """Yield a finding on a paragraph that should end with a comma."""
        opening = paragraph.opening
        if end.mark == ":" and (leads or (opening and end.end <= opening.span.end + 1)):
            return
        # “Taking stock: a review of lamps” is a heading that no format shows as one.
        titled = ":" in end.words and "," not in end.words
        shown = opening and (opening.italic or known(opening.phrase))
        if end.mark.isalnum() and (titled or not shown):
            return
        message = f"{paragraph.locator} should end with a comma"
        if joined := end.conjunction:
            words = node.source[joined].strip()
            fix = Fix.replace(joined, ",", Safety.UNSAFE)
            yield self.at(joined, f"{message}, not “{words}”", fix)
            return
        # What a line is that does not open as a paragraph may turn on its mark.
        safety = Safety.SAFE if opening else Safety.UNSAFE
        yield self.at(end.span, f"{message}{end.found}", end.fix(",", safety))
