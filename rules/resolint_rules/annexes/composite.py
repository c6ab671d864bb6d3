"""The lettered parts of a composite resolution."""

from collections.abc import Iterator

from resolint import Diagnostic, Heading, Profile, Resolution, Rule, Span
from resolint.grammar.space import plain


class CompositeParts(Rule[Resolution]):
    """A part without an enacting line, or parts whose letters leave one out."""

    code = "ANX001"
    name = "composite-parts"
    profiles = (Profile.GA,)

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want A, B, C, each with an enacting line of its own."""
        parts = [part for part in node.parts if len(part.label) == 1]
        if not node.whole or not parts:
            return
        headings = [
            heading
            for each in (node, *parts)
            for heading in each.headings
            if len(heading.label) == 1 and heading.label.isalpha()
        ]
        own = {_heading(part, headings) for part in parts}
        last = "@"
        for part in parts:
            start = part.enacting.span.start if part.enacting else 0
            # A letter between two parts, with text but without its enacting line.
            for heading in headings:
                bare = plain(node.source[heading.span]) == heading.label
                between = heading.span.start < start
                if not bare or heading in own or not between:
                    continue
                if heading.label == chr(ord(last) + 1) and last != "@":
                    yield self._without(node, heading)
                    last = heading.label
            yield from self._letter(node, part, last, _heading(part, headings))
            last = part.label
        after = parts[-1].enacting
        for heading in headings:
            bare = plain(node.source[heading.span]) == heading.label
            behind = after is not None and heading.span.start > after.span.start
            if bare and behind and heading.label == chr(ord(last) + 1):
                yield self._without(node, heading)
                last = heading.label

    def _letter(
        self, node: Resolution, part: Resolution, last: str, heading: Heading | None
    ) -> Iterator[Diagnostic]:
        """Yield a finding if the letter of a part does not follow the one before."""
        due = chr(ord(last) + 1)
        if part.label == due or part.enacting is None:
            return
        span = part.enacting.name
        if heading is not None:
            start = heading.span.start + node.source[heading.span].find(part.label)
            span = Span(start, start + 1)
        before = f"follows part {last}" if last != "@" else "is the first"
        yield self.at(span, f"part {part.label} {before}: it should be {due}")

    def _without(self, node: Resolution, heading: Heading) -> Diagnostic:
        message = (
            f"part {heading.label} should have an enacting line of its own, "
            f"“The {node.organ or 'General Assembly'},”"
        )
        return self.at(heading.content, message)


def _heading(part: Resolution, headings: list[Heading]) -> Heading | None:
    """Return the letter of a part: the last one before its enacting line."""
    if part.enacting is None:
        return None
    above = [
        heading
        for heading in headings
        if heading.label == part.label and heading.span.start < part.enacting.span.start
    ]
    return max(above, key=lambda heading: heading.span.start, default=None)
