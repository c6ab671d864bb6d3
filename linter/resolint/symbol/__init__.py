"""What a document symbol, the number of a resolution or a citation means."""

import re
from dataclasses import replace
from urllib.parse import unquote

from resolint.adoption import number
from resolint.grammar.space import plain
from resolint.grammar.symbol_slips import Slip, mended
from resolint.grammar.symbols import is_symbol
from resolint.regex import regex
from resolint.symbol.citing import citing
from resolint.symbol.explanation import ADDRESS, Explained, address
from resolint.symbol.parts import parts_of, parts_of_number
from resolint.symbol.repair import UNKNOWN, is_good, repaired
from resolint.tables import rows

__all__ = ["ADDRESS", "Explained", "Slip", "explained", "mended"]

_SITE = regex(r"(?i)(?:https?://)?(?:www\.)?(?:undocs|docs\.un)\.org/(?:\w\w/)?")
_MARKS = " .,;:\"'“”‘’<>«»"


def explained(text: str) -> Explained:
    """Explain a document symbol, the number of a resolution, or a citation."""
    words = _unwrapped(plain(text))
    if found := _known(words):
        return found
    if "(" in words and ")" not in words and (found := _known(_uncut(words))):
        # As lists have it that cut long lines.
        cut = ("remark", "cut off: the parenthesis is not closed")
        return replace(found, text=words, parts=(*found.parts, cut))
    slip = mended(words)
    if not (slip.meant or slip.problem) and (found := citing(words)):
        return found
    suggestion, problem = repaired(words)
    if not suggestion:
        # "resolution 1325/2000": the number behind the word may be mended.
        head, _, last = words.rpartition(" ")
        mend, told = repaired(last)
        if head and any(map(str.isdigit, last)):
            problem = told if problem == UNKNOWN else problem
        if head and mend and any(map(str.isdigit, last)):
            meant = _known(mend) or Explained(text=words, valid=False)
            return meant.of(words, problem=told, suggestion=f"{head} {mend}")
    meant = (_known(suggestion) if suggestion else None) or Explained(
        text=words, valid=False
    )
    return meant.of(words, problem=problem, suggestion=suggestion)


def _unwrapped(words: str) -> str:
    words = words.strip(_MARKS)
    if words.startswith("(") and words.endswith(")") and words.find("(", 1) < 0:
        words = words[1:-1].strip(_MARKS)
    if site := _SITE.match(words):
        words = unquote(words[site.end() :]).strip("/")
        # In addresses the space before a parenthesis is left out.
        words = re.sub(r"(?<=\w)\((?!\d{1,2}\))", " (", words)
        words = re.sub(r"\((Parts?|Vol\.|Sect\.)(?=[\dIVX])", r"(\1 ", words)
    return words


def _known(words: str) -> Explained | None:
    if is_symbol(words):
        kind, organ, parts = parts_of(words)
        return Explained(
            text=words,
            valid=True,
            kind=kind,
            organ=organ,
            parts=parts,
            url=address(words),
        )
    for row in rows("body_numbers.tsv"):
        if re.fullmatch(row["pattern"], words):
            return Explained(
                text=words, valid=True, kind=row["kind"], organ=row["body"]
            )
    found = number(words)
    if not is_good(found, words):
        return None
    organ, parts, symbol = parts_of_number(found)
    return Explained(
        text=words,
        valid=True,
        kind="resolution number",
        organ=organ,
        parts=parts,
        url=address(symbol),
    )


def _uncut(words: str) -> str:
    return words[: words.index("(")].rstrip()
