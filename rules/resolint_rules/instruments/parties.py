"""States parties, or States Parties: by the day, and one form a text."""

from functools import lru_cache

from resolint import EDITED, Resolution, Safety, Severity, Source
from resolint.grammar.space import folded
from resolint_rules.patterns import Pattern
from resolint_rules.spelling.forms import Hit
from resolint_rules.wording.terms import Term, after, before

# Bodies are called so with capitals: the Conference of the States Parties.
_BODY = Pattern(
    r"\b(?:[Cc]onferences?|[Mm]eetings?|[Aa]ssembl(?:y|ies)|Review|Forum)"
    r"(?: of)?(?: all)?(?: the)? \Z"
)
_CONFLICT = Pattern(r"\A (?:to|in) (?:an?y? |the |armed |such )*conflict")
_EITHER = Pattern(r"\bStates? (?:(?P<small>part(?:y|ies))|Part(?:y|ies))\b")


class StatesParties(Term):
    """States parties with capitals, or without, where others have them otherwise."""

    code = "TRE013"
    name = "states-parties"
    severity = Severity.INFO
    settled = False
    profiles = EDITED
    safety = Safety.UNSAFE

    def right(self, hit: Hit, within: Resolution) -> str | None:
        """Leave the names of bodies alone; of two right forms want the commoner."""
        if _BODY.search(before(hit)) or _CONFLICT.search(after(hit)):
            return None
        found, right = hit.text[hit.start : hit.end], hit.form.right
        capitals = right.replace(" p", " P")
        if hit.form.until and _prefers_capitals(within.source):
            right = capitals
        elif found == capitals and not _mixed(within.source):
            return None
        return right


def _prefers_capitals(source: Source) -> bool:
    """Whether a text has more States Parties than States parties."""
    small, capital = _counted(source.text)
    return capital > small


def _mixed(source: Source) -> bool:
    """Whether a text has both."""
    return all(_counted(source.text))


@lru_cache(maxsize=8)
def _counted(text: str) -> tuple[int, int]:
    """Return how often a text has the form in small letters, and that in capitals."""
    text = folded(text)
    small = capital = 0
    for found in _EITHER.finditer(text):
        if found["small"]:
            small += 1
        elif not _BODY.search(text[max(0, found.start() - 40) : found.start()]):
            capital += 1
    return small, capital
