"""The words of titles, and how they are set."""

from dataclasses import dataclass
from functools import cache

from resolint.tables import rows


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleWords:
    """Words in lower case, by what a capital on them says."""

    function: frozenset[str]
    """No title has them with a capital."""
    weak: frozenset[str]
    """Names may have them with a capital: *The Hague*."""
    plain: frozenset[str]
    """Published titles have them in lower case only."""
    shared: frozenset[str]
    """They belong to names as well as to sentences."""


@cache
def title_words() -> TitleWords:
    """Return the table of the words of titles."""
    found: dict[str, set[str]] = {}
    for row in rows("title_words.tsv", "resolint_rules"):
        found.setdefault(row["kind"], set()).add(row["word"])
    return TitleWords(
        **{
            kind: frozenset(found[kind])
            for kind in ("function", "weak", "plain", "shared")
        }
    )
