"""The comma before the last member of a list."""

from collections.abc import Iterator

from resolint import (
    EDITED,
    Diagnostic,
    Fix,
    Passage,
    Resolution,
    Rule,
    Safety,
    Severity,
    Span,
)
from resolint.grammar.space import folded
from resolint_rules.patterns import Pattern
from resolint_rules.punctuation.marks import is_worded, word_set
from resolint_rules.spelling.names import is_quoted
from resolint_rules.verbs import base, participles, verbs

_WORD = r"[a-z][a-z’-]+"
_LIST = Pattern(
    rf"(?<![\w-])(?P<first>[A-Za-z][a-z’-]+(?: {_WORD})?), "
    rf"(?P<second>{_WORD}(?: {_WORD})?)"
    rf"(?P<comma>,) (?P<and>and|or) (?P<third>{_WORD})(?= {_WORD}|[,;.:])",
    needles=(", and ", ", or "),
)
# The same from its first comma on: it is rare, and quickly found.
_TAIL = Pattern(rf", {_WORD}(?: {_WORD})?, (?:and|or) {_WORD}(?: {_WORD}|[,;.:])")


class SerialComma(Rule[Passage]):
    """A comma before the “and” of a simple list."""

    code = "PUN005"
    name = "serial-comma"
    severity = Severity.INFO
    profiles = EDITED

    def check(self, node: Passage, within: Resolution) -> Iterator[Diagnostic]:
        """Want none where the members are of one or two words."""
        if not is_worded(node):
            return
        text = folded(within.source[node.content])
        if not _TAIL.search(text):
            return
        for found in _LIST.finditer(text):
            if not _is_simple(found["first"], found["second"], found["third"]):
                continue
            if is_quoted(text, found.start(), draft=within.label == "draft"):
                continue
            at = node.content.start + found.start("comma")
            span = Span(at, at + 1)
            message = (
                f"{node.locator} should have no comma before “{found['and']} "
                f"{found['third']}” in a simple list"
            )
            yield self.at(span, message, Fix.replace(span, "", Safety.UNSAFE))


def _is_simple(first: str, second: str, third: str) -> bool:
    """Whether three members are words of one kind, and no clause or aside."""
    words = [*first.lower().split()[-1:], *second.split(), third]
    # Such words begin a phrase in between, or a new clause.
    if any(word in word_set("aside") or word in verbs() for word in words):
        return False
    if first.split()[0].lower() in {"and", "or", "which", "that", "including", "inter"}:
        return False
    if base(third) or second.endswith("ly") or third.endswith("ly"):
        return False
    # “poaching, and emphasizing …” goes on with something new.
    ing = all(word.endswith("ing") for word in words)
    return not third.endswith("ing") or (ing and third not in participles())
