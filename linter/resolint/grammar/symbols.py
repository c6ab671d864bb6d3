"""Document symbols: ``A/C.3/79/L.60/Rev.1``, ``S/RES/1325 (2000)``.

>>> is_symbol("A/79/188/Add.1"), is_symbol("A/79/188/ADD.1")
(True, False)
"""

import re
from functools import lru_cache

from pyparsing import MatchFirst

from resolint.grammar.terminals import pattern_of, terminal
from resolint.regex import regex
from resolint.tables import own_series

_N = r"(?:\d{1,5}|xx|XX|_{1,6})"
LETTERS = r"(?: [A-Z]{1,2}(?:(?: and | to |-|–)[A-Z]{1,2})?(?![\w'’./]|-\w))"
_SESSION = r"(?:3[1-9]|[4-9]\d|1\d\d)"
_SPECIAL = r"(?:ES-\d{1,2}|S-\d{1,2})"
_YEAR = r"(?:19[4-9]\d|20\d\d)"

# modifier ::= "/" ( "Rev." | "Add." | "Corr." | "Amend." ) n
#            | " (" ( "Part" roman | "Vol." roman | "Sect." n | … ) ")"
_OF = r"(?:\d{1,3}[A-Z]?|[IVX]+|[A-Z])"
DIVISION = (
    rf"(?: \((?:(?:Parts?|Vols?\.|Sects?\.|Income sects?\.|[Cc]haps?\.|Suppl?\."
    rf"|Supplement) ?{_OF}(?:(?:–|-| and |, ){_OF})*"
    r"|Plan outline|Introduction|SUPP|Supp|Prologue|Preface|Foreword|Summary)\))"
)
_MODIFIERS = rf"(?:/(?:Rev|Add|Corr|Amend|Summary|Suppl?)\.{_N}|{DIVISION})*"

# type ::= ( "L." | "CRP." | "WP." | "PV." | "SR." | … ) n | "INF/" n | n
_TYPE = (
    rf"/(?:(?:L|CRP|WP|PV|SR|R|BP|RPM|PC|GEN)\.{_N}"
    rf"|(?:INF|NGO|PET|CRP|WP|REC)(?:[./]{_N})+|{_N})"
)
type_ = terminal(_TYPE).set_name("type and number")

# word ::= capitals [ "." n ], none of them a type, body or modifier that wants a dot,
#          nor one of the words below with two letters in the other's place
_WORDS = ("RES", "HRC", "DEC", "PRST", "CONF", "INF", "BUR")
SWAPPED = {
    f"{word[:at]}{word[at + 1]}{word[at]}{word[at + 2 :]}": word
    for word in _WORDS
    for at in range(len(word) - 1)
}
"""Known words with two letters swapped, and what was meant."""
_MISSPELT = (
    r"(?!(?i:L|CRP|WP|PV|SR|AC|CN|C|CONF|WG|SC|Sub|Add|Rev|Corr|Amend)\d)"
    r"(?!(?i:Add|Rev|Corr|Amend)\b)(?!(?:RES|HRC|INF|GC|EA|ES)\d|RES\.)"
    rf"(?!(?:{'|'.join(SWAPPED)})\b)"
)
_WORD = (
    rf"(?:{_MISSPELT}[A-Z]{{1,8}}(?:-[A-Z]{{1,4}})?\d{{0,3}}"
    r"(?:\.(?:\d{1,4}|[IVX]{1,5}|[A-Z]))?(?:\(\d{1,3}\))?"
    r"|(?:Sub|Res|Dec|Agenda|Pro|Conf)(?:\.\d{1,3})?|OzL\.(?:Pro|Conv)\.\d{1,3}"
    r"|COP-MOP|PrepCom|Bur)"
)
# part  ::= "/" ( session | word | n )
parts = terminal(rf"(?:/(?:{_SPECIAL}|{_WORD}|{_N}[A-Z]?)(?![\w.]\w))+").set_name(
    "bodies and numbers"
)

# act ::= ( "A/RES/" session | "E/RES/" year ) "/" n letters?
#       | ( "A/RES/" | "E/RES/" ) n letters? "(" roman ")" | "A/RES/" n
#       | "S/RES/" n [ "(" year ")" ]
#       | "A/HRC/" ( "RES" | "DEC" | "PRST" ) "/" session "/" n | "S/PRST/" year "/" n
act = terminal(
    rf"(?:A/(?:RES|DEC)/(?:{_SESSION}|{_SPECIAL})/|E/(?:RES|DEC)/{_YEAR}/)"
    rf"{_N}{LETTERS}?"
    rf"|[AE]/(?:RES|DEC)/\d{{1,4}}{LETTERS}? \((?:E?S-)?[IVXLC]+\)(?: [A-Z])?"
    rf"|A/(?:RES|DEC)/(?!{_SESSION}(?!\d))\d{{1,4}}(?!/)"
    rf"|S/(?:RES|Res)/\d{{1,4}}(?!/)(?: \({_YEAR}\))?"
    rf"|A/HRC/(?:(?:RES|DEC|PRST)/(?:\d{{1,2}}|S-\d{{1,2}})|(?:PRST/|OM/)OS|OM)/{_N}"
    rf"|S/PRST/(?:199[4-9]|20\d\d)/{_N}"
).set_name("resolution, decision or statement")

# dated ::= "A/" [ "C." 1–6 "/" ] session | "A/HRC/" session | "S/" year | "E/" year
dated = terminal(
    rf"(?:A/(?:C\.[1-6]/)?(?:{_SESSION}|{_SPECIAL})|A/HRC/(?:\d{{1,2}}|S-\d{{1,2}})"
    rf"|S/(?:199[4-9]|20\d\d)|E/{_YEAR})(?=/(?!Add|Corr|Rev|Amend))"
).set_name("series and session")

# running ::= ( "A/" [ "C." 1–6 "/" ] | "S/" | "E/" ) [ "L." | "PV." | "SR." … ] n
running = terminal(
    rf"(?:A/(?:C\.[1-6]/)?|S/|E/)(?:(?:L|CRP|PV|SR|WP|INF)\.{_N}(?!/\d)"
    r"(?: \((?:Resumption|Part) [^()]{1,9}\))?"
    r"|\d{1,5}(?!/(?:\d|L|[A-Z]+\.?\d*/)))"
).set_name("series and running number")

# bodied ::= series body          body ::= "AC." n | "CN." n | "CONF." n | capitals | …
_OWN = "|".join(sorted(map(re.escape, own_series()), key=len, reverse=True))
# A commission numbers its documents by year: of 1977 the last had no more than 1,300.
_COMMISSION = r"/CN\.\d+/(?:\d{1,4}/\d(?<!/\d{4}/\d)|(?:19[89]\d|20\d\d)(?![\d/]))"
bodied = terminal(
    r"A(?=/[A-Z]{2})(?!/(?:RES|DEC|PRST|ES|(?:CONF|CN|AC)/)\b)(?!/ES-[IVX])"
    r"(?!/HRC\b(?!/(?!(?:RES|DEC|PRST|CRP|PV|SR|INF)\b)[A-Z]{2}))"
    r"|S(?=/(?:[A-Z]{2}|[A-Z]\.|Agenda))(?!/(?:RES|PRST)\b)"
    rf"|E(?=/(?:[A-Z]{{2}}|[A-Z]\.))(?!/(?:(?:RES|DEC)\b|CN/)|{_COMMISSION})"
    rf"|ST(?=/[A-Z])|(?:{_OWN}|WHA\d\d)(?:\.\d{{1,3}})?(?=/)"
).set_name("series of a body")

# modifiers ::= modifier*
modifiers = terminal(_MODIFIERS, empty=True).set_name("modifiers")

# modified ::= modifiers [ type modifiers ]
modified = terminal(rf"{_MODIFIERS}(?:{_TYPE}{_MODIFIERS})?", empty=True).set_name(
    "modifiers"
)

# single ::= ( act | dated type | running ) modifiers | bodied parts modified
_KINDS = (
    act + modifiers,
    dated + type_ + modifiers,
    running + modifiers,
    bodied + parts + modified,
)
single = (
    MatchFirst(_KINDS).leave_whitespace().parse_with_tabs().set_name("single symbol")
)
# Most texts have symbols of the first kind only, and the others are long to compile.
_SINGLES = tuple(regex(pattern_of(kind)) for kind in _KINDS)


_ORDERED = regex(r"(?:^|-)(A|E|S)(?=/)")


# symbol ::= single ( "-" single )*
@lru_cache(maxsize=1024)
def is_symbol(text: str) -> bool:
    """Whether the whole of a folded text is a well-formed document symbol."""
    at = 0
    while (end := _end(text, at)) and text.startswith("-", end):
        at = end + 1
    organs = _ORDERED.findall(text)
    return 0 < end == len(text) and organs == sorted(organs)


def _end(text: str, at: int) -> int:
    """Return where a single symbol ends; 0 where none begins."""
    for each in _SINGLES:
        if found := each.match(text, at):
            return found.end()
    return 0
