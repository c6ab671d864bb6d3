"""The voice of a draft: no first person, no emoji."""

from collections.abc import Iterator

from resolint import (
    Diagnostic,
    Edit,
    Fix,
    Item,
    Operative,
    Passage,
    Preambular,
    Profile,
    Resolution,
    Rule,
    Safety,
    Severity,
    Span,
)
from resolint.grammar.space import folded
from resolint_rules.patterns import Pattern
from resolint_rules.spelling.names import is_quoted

# “Transforming our world” and “The future we want” are names; “our planet” is a word
# that resolutions have too. In the middle of a sentence a capital is that of a name.
_PERSON = Pattern(
    r"(?:(?:\bwe|\A(?:We|Our|My))\b(?! (?:want|need)\b)|\bus\b"
    r"|\bour(?:s|selves)?\b(?! (?:world: the|common|planet|time)\b)"
    r"|\bmy\b|\bI (?=(?:am|think|believe|want|would|will|have|propose|hope"
    r"|urge|ask|strongly|also)\b))(?![’'-]\w)",
    needles=("we", "us", "our", "my", "i "),
)
_EMOJI = Pattern(
    r" ?(?P<emoji>(?:[\U0001F1E6-\U0001F1FF]{1,2}|[\U0001F300-\U0001FAFF\u2600-\u27BF])"
    r"[\U0001F3FB-\U0001F3FF\u200D\uFE0F\U0001F300-\U0001FAFF\u2600-\u27BF"
    r"\U000E0020-\U000E007F]*)"
)


class DraftVoice(Rule[Passage]):
    """First person, or pictures, in a draft."""

    code = "MUN015"
    name = "draft-voice"
    severity = Severity.WARNING
    profiles = (Profile.MUN,)

    def check(self, node: Passage, within: Resolution) -> Iterator[Diagnostic]:
        """Want the body as the subject, and words only."""
        text = folded(within.source[node.content])
        if not text.isascii():
            yield from self._pictures(node, within)
        if not isinstance(node, Preambular | Operative | Item):
            return
        for found in _PERSON.finditer(text):
            if is_quoted(text, found.start()):
                continue
            span = Span(found.start(), found.start() + len(found[0].rstrip()))
            span = span.shift(node.content.start)
            message = f"{node.locator} should not be in the first person: “{found[0]}”"
            yield self.at(span, message.replace(" ”", "”"))
            return

    def _pictures(self, node: Passage, within: Resolution) -> Iterator[Diagnostic]:
        text = within.source[node.content]
        for found in _EMOJI.finditer(text):
            span = Span(*found.span()).shift(node.content.start)
            flag = "\U0001f1e6" <= found["emoji"][0] <= "\U0001f1ff"
            what = "flag" if flag else "emoji"
            # At the start of a line the space behind it goes, not the one before.
            if not found.start() and text[found.end() : found.end() + 1] == " ":
                span = Span(span.start, span.end + 1)
            fix = Fix("Take it out", (Edit(span, ""),), Safety.SAFE)
            where = "" if node.locator == "masthead" else f"{node.locator} "
            yield self.at(span, f"{where or 'the header '}should have no {what}", fix)
