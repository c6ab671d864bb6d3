"""The order of the numbers of operative paragraphs."""

from collections.abc import Iterator

from resolint import Diagnostic, Fix, Resolution, Rule, Safety
from resolint_rules.endings import ending
from resolint_rules.named import paragraph_named
from resolint_rules.operative.numbering import Numbered, numbered
from resolint_rules.schemes import mixed


class NumberSequence(Rule[Resolution]):
    """Numbers of paragraphs with a gap, a repeat or a restart."""

    code = "OPN003"
    name = "number-sequence"

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want each number one higher than the number before it."""
        found = numbered(node)
        wrong = [
            each
            for each in found
            # Without the enacting line the text may be an extract.
            if each.wrong and (each.follows is not None or node.enacting)
        ]
        if not wrong:
            return
        moved = [each for each in found if each.printed not in (None, each.due)]
        fix = Fix(
            "Number the paragraphs anew",
            tuple(each.renumbered for each in moved),
            self._safety(node, found, moved),
        )
        for each in wrong:
            yield self.at(each.value, _message(each), fix if moved else None)

    def _safety(
        self, node: Resolution, found: tuple[Numbered, ...], moved: list[Numbered]
    ) -> Safety:
        """Return how far the numbers may be changed: no reference may go astray."""
        if mixed(node):
            return Safety.UNSAFE
        for each in found:
            paragraph = each.paragraph
            # Behind a colon numbers may be those of a list.
            leads = ending(node.source, paragraph).mark == ":" and not paragraph.items
            if each.printed is None or leads:
                return Safety.UNSAFE
        first = min((min(each.due, each.printed or 0) for each in moved), default=0)
        return Safety.UNSAFE if paragraph_named(node.source) >= first else Safety.SAFE


def _message(each: Numbered) -> str:
    this, before = each.printed, each.follows
    if before is None:
        return f"the first operative paragraph is numbered {this}: it should be 1"
    if this == before:
        return f"paragraph {this} comes twice: the second should be {before + 1}"
    return f"paragraph {this} follows paragraph {before}: it should be {before + 1}"
