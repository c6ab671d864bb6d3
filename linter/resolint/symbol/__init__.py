"""What a document symbol, the number of a resolution or a citation means."""

from dataclasses import dataclass

from resolint.adoption import number, possible
from resolint.document import Citation, Organ
from resolint.grammar.space import plain
from resolint.grammar.symbols import is_symbol
from resolint.inline import read_inline
from resolint.symbol.parts import Parts, parts_of, parts_of_number
from resolint.symbol.repair import repaired
from resolint.text import Span

ADDRESS = "https://undocs.org/en/"
"""Where the United Nations shows a document by its symbol. It is only printed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """What a text means, or what is wrong with it and what was probably meant."""

    text: str
    valid: bool
    kind: str = ""
    """``document symbol``, ``resolution number``, ``citation`` …; empty if unknown."""
    organ: str = ""
    parts: Parts = ()
    """Names and values: ``("session", "79 (2024–25)")``."""
    problem: str = ""
    suggestion: str = ""
    url: str = ""


def explained(text: str) -> Explained:
    """Explain a document symbol, the number of a resolution, or a citation."""
    words = plain(text).rstrip(".,;:")
    if found := _known(words):
        return found
    if "(" in words and ")" not in words and (found := _known(_uncut(words))):
        # As lists have it that cut long lines.
        cut = ("remark", "cut off: the parenthesis is not closed")
        return _with(found, words, parts=(*found.parts, cut))
    if found := _citation(words):
        return found
    suggestion, problem = repaired(words)
    if not suggestion:
        # "resolution 1325/2000": the number behind the word may be mended.
        head, _, last = words.rpartition(" ")
        mended, told = repaired(last)
        if head and mended and any(map(str.isdigit, last)):
            suggestion, problem = mended, told
    meant = _known(suggestion) if suggestion else None
    if meant is None:
        return Explained(text=words, valid=False, problem=problem)
    return _with(meant, words, problem=problem, suggestion=suggestion)


def _known(words: str) -> Explained | None:
    if is_symbol(words):
        kind, organ, parts = parts_of(words)
        url = ADDRESS + words.replace(" ", "")
        return Explained(
            text=words, valid=True, kind=kind, organ=organ, parts=parts, url=url
        )
    found = number(words)
    if not found.normal or found.normal != words:
        return None
    if not any(possible(organ, found) for organ in Organ):
        return None
    organ, parts, symbol = parts_of_number(found)
    return Explained(
        text=words,
        valid=True,
        kind="resolution number",
        organ=organ,
        parts=parts,
        url=ADDRESS + symbol.replace(" ", "") if symbol else "",
    )


def _uncut(words: str) -> str:
    return words[: words.index("(")].rstrip()


def _with(found: Explained, words: str, *, parts: Parts = (), **said: str) -> Explained:
    return Explained(
        text=words,
        valid=not said,
        kind=found.kind,
        organ=found.organ,
        parts=parts or found.parts,
        url=found.url,
        **said,
    )


def _citation(words: str) -> Explained | None:
    cited = [
        node
        for node in read_inline(words, Span(0, len(words)), None)
        if isinstance(node, Citation)
    ]
    if not cited:
        return None
    first = cited[0]
    found = number(first.number)
    parts: Parts = tuple((node.kind, node.symbol or node.number) for node in cited)
    if first.day and first.day.value:
        parts = (*parts, ("adopted", first.day.value.isoformat()))
    meant = found.normal or first.number
    right = meant == first.number
    known = not found.normal or any(possible(organ, found) for organ in Organ)
    if not (known or (first.body and not first.organ)):
        return None
    return Explained(
        text=words,
        valid=right,
        kind="citation",
        organ=first.organ.value if first.organ else first.body,
        parts=parts,
        problem="" if right else f"the number should be written {meant}",
        suggestion="" if right else words.replace(first.number, meant),
        url=ADDRESS + first.symbol.replace(" ", "") if first.symbol else "",
    )
