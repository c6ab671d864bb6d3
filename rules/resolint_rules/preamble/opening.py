"""How preambular paragraphs begin."""

from collections.abc import Iterator

from resolint import (
    Diagnostic,
    Fix,
    Organ,
    Preambular,
    Resolution,
    Rule,
    Safety,
    Span,
)
from resolint.regex import regex
from resolint_rules.endings import ending
from resolint_rules.verbs import WORD, adverbs, cased, participle_of, participles, verbs

# “In particular”, “While noting”: what may stand before the participle.
BEFORE = frozenset({"in", "while", "not", "ever", "being", "having", "as"})
PARTICIPLE = regex(r"[^\W\d_-]+(?:ing|ed|ful|ly)")


class PreambularOpening(Rule[Resolution]):
    """A preambular paragraph that opens with no participle or adjective."""

    code = "PRE001"
    name = "preambular-opening"

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want a participle or an adjective at the start of each paragraph."""
        brought = False
        for paragraph in node.preamble:
            end = ending(node.source, paragraph)
            # What follows a colon is a list, or quoted.
            if not brought:
                # A line that ends otherwise is a remark, not a paragraph.
                yield from self._judged(node, paragraph, sure=end.mark in ",;")
            brought = end.mark == ":" or (brought and paragraph.opening is None)

    def _judged(
        self, node: Resolution, paragraph: Preambular, *, sure: bool
    ) -> Iterator[Diagnostic]:
        """Yield a finding if a paragraph opens with another word."""
        found = WORD.match(node.source.text, paragraph.content.start)
        if found is None or found.end() > paragraph.content.end:
            return
        word = found[0].lower().replace("‑", "-")
        verb = found
        if word in adverbs():
            end = paragraph.content.end
            verb = WORD.search(node.source.text, found.end(), end) or found
        finite = verb[0].lower()
        span = Span(verb.start(), verb.end())
        if finite in verbs():
            # The Security Council now and then has “Recalls” in its preambles.
            if node.organ is Organ.SC:
                return
            other = participle_of(finite)
            message = f"{paragraph.locator} should open with a participle"
            if other is None:
                yield self.at(span, f"{message}, not “{verb[0]}”")
                return
            other = cased(other, verb[0])
            yield self.at(
                span,
                f"{paragraph.locator} should open with “{other}”, not “{verb[0]}”",
                Fix.replace(span, other, Safety.UNSAFE),
            )
        elif sure and found[0][0].isupper() and not _opens(word):
            yield self.at(
                Span(found.start(), found.end()),
                f"{paragraph.locator} should open with a participle or an adjective, "
                f"not “{found[0]}”",
            )


def _opens(word: str) -> bool:
    if word in participles() or word in adverbs() or word in BEFORE:
        return True
    return word != "united" and PARTICIPLE.fullmatch(word) is not None
