"""What notes refer to: Official Records and Treaty Series."""

from collections.abc import Iterator

from resolint.grammar.terminals import terminal
from resolint.regex import regex
from resolint.tables import organ_symbols

_ORGAN = "|".join(organ_symbols())
_SERIES = r"(?:[Nn]os?|[Vv]ols?)"
_ITEMS = r"[\dA-Z]+(?:(?:, and |, | and |–|-)(?!Nos?\.)[\dA-Z]+\b)*"

# official_record ::= ( "Official Records of the" organ | "Ibid." )
#                     [ "," session ] [ "," other ] [ "," "Supplement No." supplement ]
#                     [ other "(" symbol ]
# session ::= ordinal [ "Special" ] "Session" | year
official_record = (
    terminal(
        rf"(?:Official Records of (?:the )?(?P<organ>{_ORGAN})|(?P<ibid>[Ii]bid)\.)"
        r"(?:, (?:(?P<ordinal>[A-Z][a-z-]+(?: hundred(?: and [a-z-]+)?)?|\d+[a-z]{2})"
        r" (?P<special>(?:[Ee]mergency )?[Ss]pecial )?[Ss]ession|(?P<year>\d{4})\b))?"
        r"(?P<rest>(?:, [^,;()]{1,60}){0,3}?,? "
        r"Supplements? Nos?\. ?(?P<supplement>\d+ ?[A-Z]?\b(?:(?:–|-|, | and )"
        r"\d+[A-Z]?\b)*))?"
        r"(?:[^();.]{0,60}?(?P<paren> \())?"
    )
    .leave_whitespace()
    .parse_with_tabs()
    .set_name("official record")
)

# treaty_series ::= ( [ "United Nations," ] "Treaty Series" | "Ibid." )
#                   "," "vol." volumes "," "No." numbers
treaty_series = (
    terminal(
        r"(?:(?:United|League of) Nations, )?(?:Treaty Series|(?P<ibid>[Ii]bid)\.)"
        rf",? [Vv]ols?\. ?(?P<volumes>{_ITEMS})"
        rf"(?:,? Nos?\. ?(?P<numbers>{_ITEMS}))?"
    )
    .leave_whitespace()
    .parse_with_tabs()
    .set_name("treaty series")
)

_PLACES = regex(r"Official Records|Treaty Series|[Ii]bid\.")
_NATIONS = ("United Nations, ", "League of Nations, ")


def places(text: str) -> Iterator[int]:
    """Yield where a note may name a record or a volume."""
    if not ("Official R" in text or "Treaty S" in text or "bid." in text):
        return
    for found in _PLACES.finditer(text):
        at = found.start()
        for name in _NATIONS:
            if text.endswith(name, 0, at):
                at -= len(name)
                break
        yield at
