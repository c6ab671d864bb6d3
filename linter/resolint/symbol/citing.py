"""Words that cite: resolutions and decisions, or several documents."""

from resolint.adoption import fits, number, possible
from resolint.document import Citation, Day, Node, Organ, Symbol
from resolint.grammar.symbol_slips import mended
from resolint.inline import read_inline
from resolint.regex import regex
from resolint.symbol.explanation import Explained, address
from resolint.symbol.parts import Parts, parts_of
from resolint.text import Span

_NAMED = regex(r"(?i)\b(?:resolution|decision)s? $")
_ACT = regex(r"(?:A|E|A/HRC)/(?:RES|DEC)/(\S.*)|S/RES/(\S.*\))")


def citing(words: str) -> Explained | None:
    """Explain some words that cite; None if they do not."""
    found = read_inline(words, Span(0, len(words)), None)
    cited = [node for node in found if isinstance(node, Citation)]
    if cited:
        return _citation(words, cited, found)
    symbols = [node for node in found if isinstance(node, Symbol)]
    if symbols and symbols[0].text != words:
        return _symbols(words, symbols)
    return None


def _citation(
    words: str, cited: list[Citation], found: tuple[Node, ...]
) -> Explained | None:
    first = cited[0]
    known = [_is_known(node) for node in cited]
    if not any(known):
        return None
    problems: list[str] = []
    suggestion = words
    for node in cited:
        problem, meant = _judged(node)
        if problem and problem not in problems:
            problems.append(problem)
        suggestion = suggestion.replace(node.number, meant)
    if any(isinstance(node, Day) and node.value is None for node in found):
        problems.append("the calendar has no such day")
    parts: Parts = tuple((node.kind, node.symbol or node.number) for node in cited)
    if first.day and first.day.value:
        parts = (*parts, ("adopted", first.day.value.isoformat()))
    return Explained(
        text=words,
        valid=not problems,
        kind="citation",
        organ=first.organ.value if first.organ else first.body,
        parts=parts,
        problem="; ".join(problems),
        suggestion=suggestion if suggestion != words else "",
        url=address(first.symbol or ""),
    )


def _is_known(node: Citation) -> bool:
    parts = number(node.number)
    if parts.normal:
        return any(possible(organ, parts) for organ in Organ)
    return not node.organ or parts.shape == "figures"


def _judged(node: Citation) -> tuple[str, str]:
    """Return what is wrong with the number of a citation, and what it should be."""
    parts = number(node.number)
    if parts.shape == "figures" and node.organ is Organ.SC:
        year = f"the year is missing: {node.number} (year)"
        return year, node.number
    if parts.normal and parts.normal != node.number:
        return f"the number should be written {parts.normal}", parts.normal
    if node.organ and node.kind == "resolution" and parts.normal:
        if not possible(node.organ, parts):
            others = [organ for organ in Organ if possible(organ, parts)]
            told = f"so the {' or the '.join(others)} numbers, not the {node.organ}"
            return told, node.number
        day = node.day.value if node.day else None
        if not fits(node.organ, parts, day):
            told = f"the date is not in session {parts.session} of the {node.organ}"
            return told, node.number
    return "", node.number


def _symbols(words: str, symbols: list[Symbol]) -> Explained:
    problems: list[str] = []
    suggestion = words
    for node in symbols:
        slip = None if node.valid else mended(node.text)
        if slip:
            problems.append(slip.problem or f"{node.text} has no known form")
            suggestion = suggestion.replace(node.text, slip.meant or node.text)
        act = _ACT.fullmatch(slip.meant if slip and slip.meant else node.text)
        if act and _NAMED.search(words[: node.span.start]):
            problems.append("the act is named by its number, not by its symbol")
            suggestion = suggestion.replace(act[0], act[1] or act[2])
    kind, organ = "documents", ""
    parts: Parts = ()
    if len(symbols) == 1 and symbols[0].valid:
        kind, organ, parts = parts_of(symbols[0].text)
    return Explained(
        text=words,
        valid=not problems,
        kind=kind,
        organ=organ,
        parts=parts or tuple(("document", node.text) for node in symbols),
        problem="; ".join(problems),
        suggestion=suggestion if suggestion != words else "",
        url=address(symbols[0].text) if symbols[0].valid else "",
    )
