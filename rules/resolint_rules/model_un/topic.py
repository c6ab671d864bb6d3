"""The question, in the words of the conference."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from resolint import Diagnostic, Profile, Resolution, Rule, Severity, Span
from resolint.grammar.space import folded
from resolint_rules.model_un.header import header


@dataclass(frozen=True, kw_only=True)
class TopicWording(Rule[Resolution]):
    """A question that is worded otherwise than the conference has it."""

    code = "MUN017"
    name = "topic-wording"
    severity = Severity.INFO
    profiles: ClassVar[tuple[Profile, ...]] = (Profile.MUN,)

    topics: tuple[str, ...] = ()
    """The questions of the conference, as it words them."""

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want one of the questions; without them, the same in header and title."""
        if not node.whole:
            return
        topic = next((each for each in header(node) if each.kind == "topic"), None)
        title = node.title if node.title and _has_own(node) else None
        spans = [
            each for each in (topic and topic.value, title and title.content) if each
        ]
        if self.topics:
            known = {_plain(each) for each in self.topics}
            for span in spans:
                if _plain(node.source[span]) not in known:
                    message = "the question should be worded as the conference has it"
                    if len(self.topics) == 1:
                        message += f": “{self.topics[0]}”"
                    yield self.at(span, message)
        elif len(spans) > 1 and len({_plain(node.source[span]) for span in spans}) > 1:
            asked = folded(node.source[spans[0]]).strip()
            yield self.at(
                spans[1], f"title should have the words of the question, “{asked}”"
            )


def _has_own(node: Resolution) -> bool:
    """Whether the title is no line of the header that was taken for one."""
    title = node.title
    return title is not None and not any(
        title.span.meets(Span(each.label.start, max(each.value.end, each.label.end)))
        for each in header(node)
    )


def _plain(words: str) -> str:
    """Return words without capitals, white space and final marks."""
    return " ".join(folded(words).lower().split()).strip(' .:“”"')
