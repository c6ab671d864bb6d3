"""Where symbols stand in a text, good ones and bad.

>>> list(places("in A/79/188/ADD.1 and/or HIV/AIDS"))
[(3, 17)]
"""

import re
from collections.abc import Iterator

from resolint.grammar.symbol_slips import known_words, mended
from resolint.grammar.symbols import DIVISION, LETTERS, is_symbol
from resolint.tables import own_series

# head ::= series, as it should be, or without the slash behind it
_HEAD = re.compile(
    r"(?<![\w/.:@&\\-])((?:[ASE]\.)?[A-Za-z][A-Za-z-]*)(?:\d\d|(?:\.\d\d?)?) ?$"
)
_SERIES = frozenset(
    (
        *("A", "S", "E", "ST", "HRC", "C", "WHA", "a", "s", "e", "st", "hrc"),
        *("RES", "ARES", "SRES", "ERES", "A.RES", "S.RES", "E.RES", "AHRC"),
        *own_series(),
    )
)
_LOWER = re.compile(
    r"a ?/ ?(?:(?i:res|hrc|conf|inf|ac)\b|(?i:c)\.?\d|(?:3[1-9]|[4-9]\d)/(?:[Ll]\.?)?\d)"
    r"|s ?/ ?(?:(?i:res|prst|pv)\b|(?:199[4-9]|20\d\d)/\d)"
    r"|e ?/ ?(?:(?i:res|cn)\b|(?i:c)\.?\d|(?:19[89]\d|20\d\d)/\d)"
    r"|hrc ?/ ?(?:(?i:res)|\d\d?)/\d|st/(?i:sgb|ai|ic)\b"
)

# like ::= head ( slash piece )+ [ division ( slash piece )* ] [ dash like ]
_MARKED = (
    r"(?i:L|CRP|WP|SR|PV|C|CN|AC|CONF|WG|RES|PRST|Add|Rev|Corr|Amend"
    r"|Addendum|Corrigendum|Revision)(?:\. ?| |-)\d+\b"
)
_PIECE = (
    rf"(?:{_MARKED}|\w+(?:\.\w+|-(?=[A-Z]{{1,9}}/|\d{{1,2}}/|MOP)\w+)*"
    r"(?:\(\d{1,3}\)(?=/))?)"
)
_SLASH = (
    r"(?:/ (?=\d|[A-Z]+\.\d|RES/)| / ?(?=[A-Z][a-z]*\.\d|\d{1,4}\b|RES/)|//(?=\w)|/)"
)
_DIVIDED = rf"(?:{DIVISION}| ?\((?i:parts?|vols?|sects?|sec)\.? ?[\dIVX]+[A-Z]?\))"
_LIKE = re.compile(
    rf"[\w.-]+ ?(?:{_SLASH}{_PIECE})+"
    rf"(?:{_DIVIDED}(?:{_SLASH}{_PIECE})*)?"
    r"(?:[ -](?:Add|Rev|Corr|Amend)\.? ?\d+\b)?"
    rf"(?: ?[-–—_=] ?(?:A|S|E)(?:/{_PIECE})+)?"
)
_SESSIONS = r"(?: ?[(\[] ?(?:\d{4}|(?:E?S-)?[IVXLC]+) ?[)\]](?: [A-Z](?![\w'’]))?)"
_ACT = re.compile(rf"{LETTERS}?{_SESSIONS}?")
_DASHED = re.compile(r"-(\d{1,4})(?![\w-])")
_RANGE = re.compile(r"(A|S|E)/[^–—]*[–—-]\1/")
_YEAR = re.compile(r"(?:[SE]|ST/(?:SGB|AI|IC))/(199[4-9]|20\d\d)")
_COUNCIL = re.compile(r"S/RES/\d+-(?:19[4-9]|20\d)\d")

_SHORT = re.compile(r"\w+/\d{1,2}|[^\d]*")
# What stands so is surely meant as a symbol, even if nobody can say which.
_SURE = re.compile(
    r"(?:A|S|E|ST)(?=[ /])(?=(?:.*/ ?[\w.-]*\d){2})"
    r".*/(?:RES|HRC|PRST|(?:AC|CN|CONF|C|L|CRP|Add|Corr|Rev)\.\d)"
)
# Strains of influenza are written much like symbols, and so are flats.
_OTHER = re.compile(r"A/H\d{1,2}N\d")
_HOUSE = re.compile(
    r"(?i:\b(?:flat|apartment|apt|house|block|building|plot|lot|room|suite|unit|floor)"
    r"s?\.?(?: (?:no\.?|number))?) $"
)
_WORD = re.compile(r"[A-Za-z]+")
_BEFORE = 24


def places(text: str) -> Iterator[tuple[int, int]]:
    """Yield where what is surely meant as a symbol begins and ends, good or bad."""
    done = 0
    at = text.find("/")
    while at >= 0:
        head = _HEAD.search(text[max(done, at - 12, 0) : at]) if at >= done else None
        if head and head[1] in _SERIES:
            start = max(done, at - 12, 0) + head.start()
            end = _end(text, start)
            if end and not _HOUSE.search(text[max(0, start - _BEFORE) : start]):
                yield start, end
                done = end
        at = text.find("/", max(at + 1, done))


def _end(text: str, start: int) -> int:
    """Return where a symbol ends that begins at a place; 0 if none does."""
    like = _LIKE.match(text, start)
    if not like or (text[start].islower() and not _LOWER.match(text, start)):
        return 0
    end = like.end()
    if _RANGE.match(like[0]) and not is_symbol(like[0]):
        cut = like[0].rfind(f"{text[start]}/")
        end = start + len(like[0][:cut].rstrip(" –—-_="))
    act = _ACT.match(text, end) if "RES" in like[0].upper() else None
    if act and act.end() > end:
        end = act.end()
    if dashed := _DASHED.match(text, end):
        # "A/RES/79-1": without what is behind the hyphen it is no symbol. In a range,
        # "S/2024/5-7", it is.
        if _is_dashed(text[start:end], dashed[1]):
            end = dashed.end()
    return end if _is_meant(text[start:end]) else 0


def _is_dashed(text: str, behind: str) -> bool:
    if year := _YEAR.fullmatch(text):
        return int(behind) < int(year[1])
    if _COUNCIL.fullmatch(f"{text}-{behind}"):
        return True
    return not is_symbol(text) and bool(mended(f"{text}-{behind}").meant)


def _is_meant(text: str) -> bool:
    if is_symbol(text):
        return not _SHORT.fullmatch(text)
    if _OTHER.match(text) or not all(map(_is_known, _WORD.findall(text))):
        return False
    meant = mended(text)
    if meant.meant:
        return meant.meant.count("/") > 1 and not _SHORT.fullmatch(meant.meant)
    told = meant.problem and " " not in text and any(map(str.isdigit, text))
    return bool(told or _SURE.match(text)) and text.count("/") > 1


def _is_known(word: str) -> bool:
    return word.isupper() or word.lower() in known_words()
