"""Sessions in running text: ``seventy-ninth session``, ``its 79th session``."""

from collections.abc import Iterator

from pyparsing import ZeroOrMore

from resolint.grammar.space import SPACE
from resolint.grammar.terminals import terminal
from resolint.regex import regex

_ADJECTIVE = "regular|resumed|substantive|organizational|annual|ordinary|main"
_ORDINAL = (
    r"(?:[Oo]ne[ -]hundred(?:th| and [a-z]+(?:-[a-z]+)?)"
    r"|\d{1,3}(?:st|nd|rd|th)"
    r"|(?:[A-Za-z]+-)?(?:[Ff]irst|[Ss]econd|[Tt]hird|[A-Za-z]+th))"
)

# ordinal ::= words | figures suffix
ordinal = terminal(rf"{_ORDINAL}\b").set_name("ordinal")

# kind ::= [ "emergency" ] "special"
kind = terminal(
    rf" (?:(?:{_ADJECTIVE}) )*(?P<kind>(?:[Ee]mergency )?[Ss]pecial )?"
    rf"(?:(?:{_ADJECTIVE}) )*"
).set_name("kind of session")

# and ::= [ "," ] ( "and" | "or" | "to" ) | ","
and_ = terminal(r",? (?:and|or|to) |, ").set_name("and")

# sessions ::= ordinal ( and ordinal )* kind "session" [ "s" ]
sessions = (
    (
        ordinal
        + ZeroOrMore(and_ + ordinal)
        + kind
        + terminal(r"[Ss]essions?\b").set_name("session")
    )
    .leave_whitespace()
    .parse_with_tabs()
    .set_name("sessions")
)

_SESSION = regex(r"essions?")
_BEFORE = regex(
    rf"(?<![\w-])(?:{_ORDINAL}(?:,? (?:and|or|to) |, ))*{_ORDINAL} "
    rf"(?:(?:{_ADJECTIVE}|[Ee]mergency|[Ss]pecial) )*[Ss]$"
)
_LIKELY = regex(rf"(?:st|nd|rd|th)[{SPACE}]")


def places(text: str) -> Iterator[int]:
    """Yield where the ordinals before the word *session* begin."""
    if "ession" not in text:
        return
    for session in _SESSION.finditer(text):
        at = session.start()
        start = max(0, at - 90)
        window = text[start:at]
        if _LIKELY.search(window, max(0, len(window) - 40)):
            before = _BEFORE.search(window)
            if before:
                yield start + before.start()
