"""Citations of resolutions and decisions: a head, then a list of numbers and dates.

>>> result = citations.parse_string("its resolutions 45/158 and 46/3 A and B")
>>> [found["number"] for found in result[1::2]]
['45/158', '46/3 A and B']
"""

import re
from collections.abc import Iterator

from pyparsing import Optional, ZeroOrMore

from resolint.grammar.dates import WORDS
from resolint.grammar.terminals import first, terminal
from resolint.regex import regex

_LETTER = (
    r"(?:AA|BB|CC|DD|EE|FF|GG|HH|[A-Z])"
    r"(?![A-Za-z'’/]|\.[A-Za-z]|-\d|-[a-z]|-[A-Z][a-z])"
)
_LETTERS = rf"(?: ?{_LETTER}(?:(?:, | and | or | to |-|–){_LETTER})*)"
_ROMAN = r"(?:(?:ES|S)-)?(?:[IVXLC]{1,8}|(?<=S-)\d{1,2})"

# council ::= figures "(" year ")"                                1325 (2000)
COUNCIL = r"\d{1,4} ?\((?:19|20)\d\d\)"
# roman   ::= figures letters? "(" [ "S-" | "ES-" ] roman ")"     217 A (III)
ROMAN = rf"\d{{1,4}}{_LETTERS}? ?\({_ROMAN}\)(?: [A-Z](?![\w'’]))?"
# session ::= [ "S-" | "ES-" ] figures "/" figures letters?       45/158 A, S-10/2
SESSION = (
    r"(?:(?:ES|S|es|s|Es)[-–]?|(?:ES|S) )?\d{1,4}/\d{1,4}(?!\d|/\w|[A-Za-z]{2})"
    rf"{_LETTERS}?"
    r"|(?:ES|S)-[IVX]{1,5}/\d{1,4}"
)
# other   ::= what conferences and agencies number with           1/CP.21, WHA58.33
OTHER = (
    r"\d{1,3}/(?:CP|CMP|CMA|COP)\.\d{1,3}|[IVXL]{1,7}/\d{1,3}[A-Z]?\b"
    r"|(?:WHA|EB)\d{1,3}\.(?:R?\d{1,3})|GC\(\d{1,3}\)/(?:RES|DEC)/\d{1,3}"
    r"|[A-Z]{2,5}\.\d{1,3}/(?:Res|Dec)\.\d{1,3}|\d{1,3}\.\d{1,3}(?!\d)"
)

# tail ::= "," ( "annex" | "section" | "para." … ) [ number ]
_PART = r"(?:\d{1,3}|[IVXLC]{1,6}|[A-Z])(?![\w/])(?: ?\([a-z]{1,4}\))*"
_TAIL = (
    r"(?:,? (?:annex(?:es)?|sections?|sects?\.|parts?|chaps?\.|paras?\.|paragraphs?"
    rf"|appendix)(?: {_PART}(?:(?: and | to |–|-){_PART})?)?){{0,3}}"
)
_DATED = (
    rf"(?:{_TAIL},? (?:of|dated|adopted on|adopted) (?:the )?"
    rf"(?:\d{{1,2}}(?: and |, |-|–))*(?P<date>{WORDS}))"
)

# number ::= other | council | roman | session | figures
# member ::= number [ tail ] [ "of" date ]
member = (
    terminal(
        rf"(?P<number>(?P<other>{OTHER})|(?P<council>{COUNCIL})|(?P<roman>{ROMAN})"
        rf"|(?P<session>{SESSION})|(?P<figures>\d{{1,4}}(?![\w/]|[.,–-]\d| ?\(\d)))"
        rf"{_DATED}?"
    )
    .leave_whitespace()
    .set_name("number and date")
)

# separator ::= [ tail ] [ "entitled" quotation ] ( "," | ";" | "and" | "to" … )
separator = (
    terminal(
        rf"{_TAIL}(?:,? entitled [“\"][^“”\"]{{1,250}}[”\"])?"
        r"(?:[,;]? (?:and|or|to|through|as well as|&)"
        r"(?: (?:its|also|then|in particular|subsequently))? |[,;] ?|/)"
    )
    .leave_whitespace()
    .set_name("separator")
)

# head ::= [ body ] [ "its" adjective* ] ( "resolution" | "decision" ) [ "s" ] [ "No." ]
_SMALL = "of|on|and|for|the|to|in|against|with|at"
_ADJECTIVE = (
    "own|previous|earlier|prior|recent|most|latest|subsequent|relevant|other|related"
    "|annual|biennial|landmark|above-mentioned|aforementioned|mentioned"
)
head = terminal(
    rf"(?P<body>(?:[^ a-z][^ ]* |(?:{_SMALL}) )+?)??"
    rf"(?P<its>[Ii]ts )?(?:(?:{_ADJECTIVE}) )*"
    r"(?P<word>[Rr]esolution|[Dd]ecision|[Rr]es\.|UNSCR?(?= (?:Nos?\. ?)?\d))"
    r"(?P<several>s)?"
    r"(?: (?P<mark>[Nn]os?\.) ?| )"
).set_name("head")

# of_body ::= [ "," ] ( "of" | "adopted by" ) "the" name | "," "the" name
# name    ::= capitals ( ( "of" | "on" | … )* capitals )*
_NAME = rf"[A-Z][\w’'-]*(?:(?: (?:{_SMALL}))* [A-Z][\w’'-]*)*"
of_body = terminal(
    rf"(?:,? (?:of|adopted by)|(?P<subject>,)) the (?P<after>{_NAME})"
).set_name("of the body")

# citations ::= head member ( separator member )* [ of_body ]
citations = (
    (head + member + ZeroOrMore(separator + member) + Optional(of_body))
    .leave_whitespace()
    .parse_with_tabs()
    .set_name("citations")
)

JOINED = regex(
    rf"{_TAIL}[,;]? ?(?:(?:and|or|as well as|including|in particular|and also),? ?)*"
)
"""What stands between two lists, if the second goes on with the first."""

_SHORT = regex(r"es\. |NSC")
_WORD = regex(r"esolutions?\b|ecisions?\b|es\. (?:No|\d)|NSC[Rr]?s? (?:No|\d)")
_MOST = 14


def places(text: str) -> Iterator[tuple[int, int]]:
    """Yield where a head may begin, and where its word *resolution* ends."""
    if not ("esolution" in text or "ecision" in text or _SHORT.search(text)):
        return
    for found in _WORD.finditer(text):
        at = found.start() - 1
        if text[found.start()] == "N":
            at = at if at >= 0 and text[at] == "U" else -1
        elif at >= 0 and text[at] not in "rRdD":
            continue
        if at < 0 or (at and (text[at - 1].isalnum() or text[at - 1] in "-/")):
            continue
        yield _beginning(text, at), found.end()


def _beginning(text: str, at: int) -> int:
    """Return where the name of a body, or *its*, before a word begins."""
    best = here = at
    after = ""
    for _ in range(_MOST):
        start = text.rfind(" ", max(0, here - 40), here - 1) + 1 if here else 0
        word = text[start : here - 1].lstrip('(“"[‘')
        start = here - 1 - len(word)
        if not word or text[here - 1] != " ":
            break
        if word == "its":
            own = best == at
        else:
            # "the Congress, in its resolution 5/1" names a body too.
            own = word[0].isupper() and (
                word[-1] not in _CLOSING or (word[-1] == "," and after == "in")
            )
        if own:
            best = start
        elif word not in _KNOWN and (best < at or word not in _ADJECTIVES):
            break
        here, after = start, word
    return best


_CLOSING = ',;:.)”"'
_KNOWN = frozenset(_SMALL.split("|"))
_ADJECTIVES = frozenset(_ADJECTIVE.split("|"))

_LOOSE = regex(r"[0-9ES](?<![\w/.][0-9ES])[S\d-]{0,5}(?:/\d| ?(?:[A-Z].{0,9})?\()")
_REACH = 200
_LAST = regex(r" ?(?:[,.;)]|$| and )")


def further(text: str, start: int, end: int) -> Iterator[tuple[int, re.Match[str]]]:
    """Yield more members of a list, that stand behind phrases that describe.

    A number like ``45/158`` counts with its date, or as the last, behind *and*.
    """
    done = start
    for found in _LOOSE.finditer(text, start, end):
        at = found.start()
        if at < done:
            continue
        _, result = first(member, text[at : min(at + _REACH, end)])
        if result is None:
            continue
        last = text.endswith(" and ", start, at) and _LAST.match(
            text, at + len(result["number"])
        )
        if (
            result["council"]
            or result["roman"]
            or (result["session"] and (result["date"] or last))
        ):
            done = at + result.end()
            yield at, result
