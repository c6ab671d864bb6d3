"""The words of titles, and how they are set."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files


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
    text = (
        files("resolint_rules").joinpath("data", "title_words.tsv").read_text("utf-8")
    )
    found: dict[str, set[str]] = {}
    for line in text.splitlines():
        if line and not line.startswith(("#", "word\t")):
            word, kind, _ = line.split("\t")
            found.setdefault(kind, set()).add(word)
    return TitleWords(
        **{
            kind: frozenset(found[kind])
            for kind in ("function", "weak", "plain", "shared")
        }
    )
