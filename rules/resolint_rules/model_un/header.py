"""The lines above a draft: FORUM, QUESTION OF, SUBMITTED BY."""

from dataclasses import dataclass

from resolint import Resolution, Span
from resolint.regex import regex

_LINES = 40
_KINDS = (
    ("committee", r"forum|committee|council|body|organ"),
    ("topic", r"question(?: of)?|topic|issue|subject|theme"),
    ("sponsors", r"co-?\s?(?:submitters?|submitted by|sponsors?)|sponsors?"),
    (
        "submitters",
        r"(?:main )?(?:submitters?|submitted by)|main sponsors?|proposed by"
        r"|delegations?(?: of)?|country",
    ),
    ("signatories", r"signator(?:y|ies)"),
)
_FIELD = regex(
    r"(?i)\s*(?P<label>"
    + "|".join(f"(?P<{kind}>{words})" for kind, words in _KINDS)
    + r")\s*(?:\(s\))?\s*:[*_]*\s*(?P<value>.*)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class HeaderField:
    """A line of the header."""

    kind: str
    """``committee``, ``topic``, ``submitters``, ``sponsors`` or ``signatories``."""
    label: Span
    value: Span


def header(node: Resolution) -> tuple[HeaderField, ...]:
    """Return the lines of the header, in the order of the text."""
    source = node.source
    first = (node.enacting, *node.preamble, *node.operative)
    end = min((each.span.start for each in first if each), default=len(source.text))
    found = []
    for block in source.blocks[:_LINES]:
        if block.span.start >= end:
            break
        if said := _FIELD.fullmatch(source[block.span]):
            value = Span(*said.span("value")).shift(block.span.start)
            found.append(
                HeaderField(
                    kind=next(kind for kind, _ in _KINDS if said[kind]),
                    label=Span(*said.span("label")).shift(block.span.start),
                    value=Span(
                        value.start, value.start + len(source[value].rstrip(" \t*_"))
                    ),
                )
            )
    return tuple(found)
