"""Document symbols: ``A/C.3/79/L.60/Rev.1``, ``S/RES/1325 (2000)``.

>>> is_symbol("A/79/188/Add.1"), is_symbol("A/79/188/ADD.1")
(True, False)
"""

import re
from collections.abc import Iterator

from pyparsing import ParseException, Regex, ZeroOrMore

from resolint.tables import own_series

_N = r"(?:\d{1,5}|xx|XX|_{1,6})"
_LETTERS = r"(?: [A-Z]{1,2}(?:(?: and | to |-|–)[A-Z]{1,2})?(?![\w'’./]|-\w))"
_SESSION = r"(?:3[1-9]|[4-9]\d|1\d\d)"
_SPECIAL = r"(?:ES-\d{1,2}|S-\d{1,2})"
_YEAR = r"(?:19[4-9]\d|20\d\d)"

# modifier ::= "/" ( "Rev." | "Add." | "Corr." | "Amend." ) n
#            | " (" ( "Part" roman | "Vol." roman | "Sect." n | … ) ")"
_OF = r"(?:\d{1,3}[A-Z]?|[IVX]+|[A-Z])"
_DIVISION = (
    rf"(?: ?\((?:(?:Parts?|Vols?\.|Sects?\.|Income sects?\.|[Cc]haps?\.|Suppl?\."
    rf"|Supplement) ?{_OF}(?:(?:–|-| and |, ){_OF})*"
    r"|Plan outline|Introduction|SUPP|Supp|Prologue|Preface|Foreword|Summary)\))"
)
_MODIFIERS = rf"(?:/(?:Rev|Add|Corr|Amend|Summary|Suppl?)\.{_N}|{_DIVISION})*"

# type ::= ( "L." | "CRP." | "WP." | "PV." | "SR." | … ) n | "INF/" n | n
_TYPE = (
    rf"/(?:(?:L|CRP|WP|PV|SR|R|BP|RPM|PC|GEN)\.{_N}"
    rf"|(?:INF|NGO|PET|CRP|WP|REC|PV|SR)(?:[./]{_N})+|{_N})"
)
type_ = Regex(_TYPE).set_name("type and number")

# word ::= capitals [ "." n ], none of them a type, body or modifier that wants a dot
_MISSPELT = (
    r"(?!(?i:L|CRP|WP|PV|SR|AC|CN|C|CONF|WG|SC|Sub|Add|Rev|Corr|Amend)\d)"
    r"(?!(?i:Add|Rev|Corr|Amend)\b)"
)
_WORD = (
    rf"(?:{_MISSPELT}[A-Z]{{1,8}}(?:-[A-Z]{{1,4}})?\d{{0,3}}"
    r"(?:\.(?:\d{1,4}|[IVX]{1,5}|[A-Z]))?(?:\(\d{1,3}\))?"
    r"|(?:Sub|Res|Dec|Agenda|Pro|Conf)(?:\.\d{1,3})?|OzL\.(?:Pro|Conv)\.\d{1,3}"
    r"|COP-MOP|PrepCom|Bur)"
)
# part  ::= "/" ( session | word | n )
parts = Regex(rf"(?:/(?:{_SPECIAL}|{_WORD}|{_N}[A-Z]?)(?![\w.]\w))+").set_name(
    "bodies and numbers"
)

# act ::= ( "A/RES/" session | "E/RES/" year ) "/" n letters?
#       | ( "A/RES/" | "E/RES/" ) n letters? "(" roman ")" | "S/RES/" n [ "(" year ")" ]
#       | "A/HRC/" ( "RES" | "DEC" | "PRST" ) "/" session "/" n | "S/PRST/" year "/" n
act = Regex(
    rf"(?:A/(?:RES|DEC)/(?:{_SESSION}|{_SPECIAL})/|E/(?:RES|DEC)/{_YEAR}/)"
    rf"{_N}{_LETTERS}?"
    rf"|[AE]/(?:RES|DEC)/\d{{1,4}}(?!/)"
    rf"(?:{_LETTERS}? ?\((?:E?S-)?[IVXLC]+\)(?: [A-Z])?)?"
    rf"|S/(?:RES|Res)/\d{{1,4}}(?!/)(?: \({_YEAR}\))?"
    rf"|A/HRC/(?:RES|DEC|PRST|OM)/(?:\d{{1,2}}|S-\d{{1,2}}|OS)/{_N}"
    rf"|S/PRST/(?:199[4-9]|20\d\d)/{_N}"
).set_name("resolution, decision or statement")

# dated ::= "A/" [ "C." 1–6 "/" ] session | "A/HRC/" session | "S/" year | "E/" year
dated = Regex(
    rf"(?:A/(?:C\.[1-6]/)?(?:{_SESSION}|{_SPECIAL})|A/HRC/(?:\d{{1,3}}|S-\d{{1,2}})"
    rf"|S/(?:199[4-9]|20\d\d)|E/{_YEAR})(?=/(?!Add|Corr|Rev|Amend))"
).set_name("series and session")

# running ::= ( "A/" [ "C." 1–6 "/" ] | "S/" | "E/" ) [ "L." | "PV." | "SR." … ] n
running = Regex(
    rf"(?:A/(?:C\.[1-6]/)?|S/|E/)(?:(?:L|CRP|PV|SR|WP|INF)\.{_N}(?!/\d)"
    r"(?: \((?:Resumption|Part) [^()]{1,9}\))?"
    r"|\d{1,5}(?!/(?:\d|L|[A-Z]+\.?\d*/)))"
).set_name("series and running number")

# bodied ::= series body          body ::= "AC." n | "CN." n | "CONF." n | capitals | …
_OWN = "|".join(sorted(map(re.escape, own_series()), key=len, reverse=True))
bodied = Regex(
    r"A(?=/(?:AC|CN|CONF|WGFS)\.\d|/HRC/[A-Z]|/[A-Z]{2})(?!/(?:HRC/)?(?:RES|DEC|PRST)\b)"
    r"|S(?=/(?:[A-Z]{2}|[A-Z]\.|Agenda))(?!/(?:RES|PRST)\b)"
    r"|E(?=/(?:[A-Z]{2}|[A-Z]\.))(?!/(?:RES|DEC)\b)|ST(?=/[A-Z])"
    rf"|(?:{_OWN}|WHA\d\d)(?:\.\d{{1,3}})?(?=/)"
).set_name("series of a body")

# modified ::= modifier* [ "/" type modifier* ]
modified = Regex(rf"{_MODIFIERS}(?:{_TYPE}{_MODIFIERS})?").set_name("modifiers")

# single ::= ( act | dated type | running | bodied parts ) modified
single = ((act | dated + type_ | running | bodied + parts) + modified).set_name(
    "single symbol"
)

# symbol ::= single [ "-" single ]
symbol = (
    (single + ZeroOrMore("-" + single))
    .leave_whitespace()
    .parse_with_tabs()
    .set_name("symbol")
)


def is_symbol(text: str) -> bool:
    """Whether the whole of a folded text is a well-formed document symbol."""
    try:
        symbol.parse_string(text, parse_all=True)
    except ParseException:
        return False
    return True


_HEAD = re.compile(r"(?<![\w/.:@&-])([A-Z][A-Z-]*)(?:\d\d|(?:\.\d\d?)?) ?$")
_SERIES = frozenset(("A", "S", "E", "ST", "HRC", "C", "WHA", *own_series()))
_PIECE = r"\w+(?:\.\w+|-(?=[A-Z]{1,9}/|\d{1,2}/|MOP)\w+)*(?:\(\d{1,3}\)(?=/))?"
_SLASH = r"(?:/ (?=\d|[A-Z]+\.\d|RES/)| /(?=[A-Z][a-z]*\.\d|\d{1,4}\b)|/)"
_SESSIONS = r"(?: ?\((?:\d{4}|(?:E?S-)?[IVXLC]+)\)(?: [A-Z](?![\w'’]))?)"
_LIKE = re.compile(
    rf"[\w.-]+ ?(?:{_SLASH}{_PIECE})+"
    rf"(?:{_DIVISION}(?:{_SLASH}{_PIECE})*)?"
    rf"(?:[-–](?:A|S|E)(?:/{_PIECE})+)?"
)
_ACT = re.compile(rf"{_LETTERS}?{_SESSIONS}?")
_SHORT = re.compile(r"\w+/\d{1,2}|[^\d]*")
_SURE = re.compile(
    r"(?:A|S|E|ST)(?=[ /])(?=.*\d)(?:(?:.*/ ?[\w.-]*\d){2}|(?i:.*\b(?:RES|HRC|PRST)\b))"
    r"|[A-Z]{2,} ?/.*\d.*/.*\d"
    r"|HRC ?/ ?(?:\d{1,2}|S-\d{1,2}|RES|DEC|PRST|WG\.\d)/.*\d"
    r"|C\.[1-6] ?/ ?\d\d/ ?[A-Z]+\.?\d"
)
_WORDY = re.compile(
    r"/ ?(?!(?i:rev|add|corr|amend|res|dec|prst|agenda|sub|xx)\b|(?i:rev|add|corr)\d)"
    r"\w*[a-z]"
)


def places(text: str) -> Iterator[tuple[int, int]]:
    """Yield where what is surely meant as a symbol begins and ends, good or bad."""
    done = 0
    at = text.find("/")
    while at >= 0:
        head = _HEAD.search(text[max(done, at - 12, 0) : at]) if at >= done else None
        if head and head[1] in _SERIES:
            start = max(done, at - 12, 0) + head.start()
            like = _LIKE.match(text, start)
            if like:
                end = like.end()
                act = _ACT.match(text, end) if "/RES/" in like[0].upper() else None
                if act and act.end() > end:
                    end = act.end()
                if _is_meant(text[start:end]):
                    yield start, end
                    done = end
        at = text.find("/", max(at + 1, done))


def _is_meant(text: str) -> bool:
    if is_symbol(text):
        return not _SHORT.fullmatch(text)
    return bool(_SURE.match(text)) and not _WORDY.search(text)
