"""References to paragraphs: ``paragraphs 3 (b) and 4 of its resolution 77/109``."""

from collections.abc import Iterator

from pyparsing import Optional, ZeroOrMore

from resolint.grammar.terminals import terminal
from resolint.regex import regex

# word ::= "paragraph" | "paragraphs" | "para." | "paras."
word = terminal(r"[Pp]ara(?:graphs?|s?\.) ").set_name("paragraph")

# numbers ::= figures ( "." figures )? marker*          marker ::= "(" letters ")"
numbers = terminal(
    r"(?P<number>\d{1,4}(?:\.\d{1,3})?)(?![\w/])"
    r"(?P<items> ?\([a-z]{1,5}\)"
    r"(?:(?: and | or | to |, |, and |-|–| )?\([a-z]{1,5}\))*)?"
).set_name("number and markers")

# join ::= "," | "and" | "or" | "to" | "–"
join = terminal(r",? (?:and|or) |, | to |-|–").set_name("join")

# place ::= "above" | "below" | "of the present resolution" | "of" other | "thereof"
place = terminal(
    r",? ?(?:(?P<where>above|below)\b"
    r"|(?P<present>(?:of|in|to) (?:the present|this) (?:resolution|decision))\b"
    r"|(?P<other>thereof\b|(?:of|in|to) (?:the|its|that|those|their|his|her"
    r"|resolutions?|decisions?|annex|[Aa]rticles?|[A-Z])))"
).set_name("place")

# reference ::= word numbers ( join numbers )* [ place ]
reference = (
    (word + numbers + ZeroOrMore(join + numbers) + Optional(place))
    .leave_whitespace()
    .parse_with_tabs()
    .set_name("paragraph reference")
)

_WORD = regex(r"ara(?:graphs?|s?\.) \d")


def places(text: str) -> Iterator[int]:
    """Yield where a reference to a paragraph may begin."""
    for found in _WORD.finditer(text):
        at = found.start() - 1
        if at < 0 or text[at] not in "Pp" or (at and text[at - 1].isalnum()):
            continue
        if not text.endswith("preambular ", max(0, at - 11), at):
            yield at
