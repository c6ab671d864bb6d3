"""The operative part that is not there."""

from collections.abc import Iterator

from resolint import Diagnostic, Resolution, Rule


class NoOperativeParagraph(Rule[Resolution]):
    """A resolution that resolves nothing."""

    code = "STR005"
    name = "no-operative-paragraph"

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want at least one operative paragraph after a preamble."""
        line = node.enacting
        if line is None or not node.preamble:
            return
        # What the grammar could not read may well be the operative part, and so may a
        # last paragraph that ends as one.
        if node.source[node.preamble[-1].ending] in ".;”":
            return
        if not (node.operative or node.parts or node.others or node.annexes):
            message = "resolution should have at least one operative paragraph"
            yield self.at(line.name, message)
