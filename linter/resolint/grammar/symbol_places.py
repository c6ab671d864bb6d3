"""Where symbols stand in a text, good ones and bad.

>>> list(places("in A/79/188/ADD.1 and/or HIV/AIDS"))
[(3, 17)]
"""

from collections.abc import Iterator

from resolint.grammar.symbols import DIVISION, LETTERS, is_symbol
from resolint.regex import regex
from resolint.tables import own_series

# head ::= series, as it should be, or without the slash behind it
_HEAD = regex(
    r"(?<![\w/.:@&\\-])((?:[ASE]\.)?[A-Za-z][A-Za-z-]*)(?:\d\d|(?:\.\d\d?)?) ?$"
)
_SERIES = frozenset(
    (
        *("A", "S", "E", "ST", "HRC", "C", "WHA", "a", "s", "e", "st", "hrc"),
        *("RES", "ARES", "SRES", "ERES", "A.RES", "S.RES", "E.RES", "AHRC"),
        *own_series(),
    )
)
_LOWER = regex(
    r"a ?/ ?(?:(?i:res|hrc|conf|inf|ac)\b|(?i:c)\.?\d|(?i:e?s)-?\d"
    r"|(?:3[1-9]|[4-9]\d) ?/ ?(?:(?i:l|crp|wp|pv|sr|inf)[./]?)?\d)"
    r"|s ?/ ?(?:(?i:res|prst|pv)\b|(?:199[4-9]|20\d\d)/\d)"
    r"|e ?/ ?(?:(?i:res|cn)\b|(?i:c)\.?\d|(?:19[89]\d|20\d\d)/\d)"
    r"|hrc ?/ ?(?:(?i:res)|\d\d?)/\d|st/(?i:sgb|ai|ic)\b"
)

# run ::= head ( slash piece )+
_MARKED = (
    r"(?i:L|CRP|WP|SR|PV|C|CN|AC|CONF|WG|RES|PRST|Add|Rev|Corr|Amend"
    r"|Addendum|Corrigendum|Revision)(?:\. ?| |-)\d+\b"
)
_PIECE = (
    rf"(?:{_MARKED}|\w+(?:\.\w+|-(?=[A-Z]{{1,9}}/|\d{{1,2}}/|MOP)\w+)*"
    r"(?:\(\d{1,3}\)(?=/))?)"
)
_AFTER = r"(?:[A-Z][A-Za-z]*\.\d|(?:RES|DEC|PRST|HRC)/|E?S-\d"
_SLASH = rf"(?:/ (?={_AFTER}|\d))| / ?(?={_AFTER}|\d{{1,4}}\b))|//(?=\w)|/)"
_MORE = regex(rf"(?:{_SLASH}{_PIECE})+")
_RUN = regex(rf"[\w.-]+ ?{_MORE.pattern}")

# symbol ::= run [ division ( slash piece )* ] [ modifier ] [ dash run ]
_DIVIDED = regex(rf"{DIVISION}| ?\((?i:parts?|vols?|sects?|sec)\.? ?[\dIVX]+[A-Z]?\)")
_MODIFIED = regex(r"[ -](?:Add|Rev|Corr|Amend)\.? ?\d+\b")
_DASH = regex(r" ?[-–—_=] ?(?=[ASE]/)")
_SESSIONS = r"(?: ?[(\[] ?(?:\d{4}|(?:E?S-)?[IVXLC]+) ?[)\]](?: [A-Z](?![\w'’]))?)"
_ACT = regex(rf"{LETTERS}?{_SESSIONS}?")
_DASHED = regex(r"-(\d{1,4})(?![\w-])")
_YEAR = regex(r"(?:[SE]|ST/(?:SGB|AI|IC))/(199[4-9]|20\d\d)")
_COUNCIL = regex(r"S/RES/\d+-(?:19[4-9]|20\d)\d")

_SHORT = regex(r"\w+/\d{1,2}|[^\d]*")
# What stands so is surely meant as a symbol, even if nobody can say which.
_SURE = regex(
    r"(?:A|S|E|ST)(?=[ /])(?=(?:.*/ ?[\w.-]*\d){2})"
    r".*/(?:RES|HRC|PRST|(?:AC|CN|CONF|C|L|CRP|Add|Corr|Rev)\.\d)"
)
# Strains of influenza are written much like symbols, and so are flats.
_OTHER = regex(r"A/H\d{1,2}N\d")
_HOUSE = regex(
    r"(?i:\b(?:flat|apartment|apt|house|block|building|plot|lot|room|suite|unit|floor)"
    r"s?\.?(?: (?:no\.?|number))?) $"
)
_WORD = regex(r"[A-Za-z]+")
_BEFORE = 24

LONGEST = 120
"""No symbol is longer; the longest that is known has less than half of it."""


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
    if text[start].islower() and not _LOWER.match(text, start):
        return 0
    ends = list(_ends(text, start))
    return next((end for end in reversed(ends) if _is_meant(text[start:end])), 0)


def _ends(text: str, start: int) -> Iterator[int]:
    """Yield where a symbol may end, the nearest place first."""
    run = _RUN.match(text, start)
    if not run or len(run[0]) > LONGEST:
        return
    end = run.end()
    yield end
    if divided := _DIVIDED.match(text, end):
        more = _MORE.match(text, divided.end())
        end = (more or divided).end()
        yield end
    if "RES" in run[0].upper() and (act := _ACT.match(text, end)) and act[0]:
        end = act.end()
        yield end
    if modified := _MODIFIED.match(text, end):
        end = modified.end()
        yield end
    dashed = _DASHED.match(text, end)
    if dashed and _is_dashed(text[start:end], dashed[1]):
        yield dashed.end()
    dash = _DASH.match(text, end)
    if dash and (second := _RUN.match(text, dash.end())):
        # "A/79/5–A/79/9" is a range; a plain hyphen may join two of one organ.
        joined = text[start] != text[dash.end()] or is_symbol(
            text[start : second.end()]
        )
        if joined and len(second[0]) <= LONGEST:
            yield second.end()


def _is_dashed(text: str, behind: str) -> bool:
    """Whether a hyphen stands for a slash, ``A/RES/79-1``; in ranges it does not."""
    if year := _YEAR.fullmatch(text):
        return int(behind) < int(year[1])
    if _COUNCIL.fullmatch(f"{text}-{behind}"):
        return True
    return not is_symbol(text) and _is_meant(f"{text}-{behind}")


def _is_meant(text: str) -> bool:
    if is_symbol(text):
        return not _SHORT.fullmatch(text)
    # Most texts have no bad symbols, and can do without the table of slips.
    from resolint.grammar.symbol_slips import known_words, mended

    known = known_words()
    words = _WORD.findall(text)
    if _OTHER.match(text) or any(
        not word.isupper() and word.lower() not in known for word in words
    ):
        return False
    meant = mended(text)
    if meant.meant:
        return meant.meant.count("/") > 1 and not _SHORT.fullmatch(meant.meant)
    told = meant.problem and " " not in text and any(map(str.isdigit, text))
    return bool(told or _SURE.match(text)) and text.count("/") > 1
