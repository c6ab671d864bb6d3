"""What symbols, citations, sessions and opening phrases in a draft mean.

What is not known is not said, and nothing is said of what may be somebody else's.
"""

import re
from collections.abc import Iterator
from datetime import date

from resolint.adoption import number, possible
from resolint.builder.openings import phrases
from resolint.document import (
    Citation,
    Field,
    Node,
    Opening,
    Operative,
    Organ,
    Passage,
    Preambular,
    Resolution,
    SessionWords,
    Symbol,
)
from resolint.grammar.space import folded
from resolint.lexicon import Lexicon
from resolint.server.analysis import Analysis
from resolint.server.said import Said, day_words
from resolint.symbol import explained
from resolint.symbol.acts import Act, act_of
from resolint.tables import organ_names

_REACH = 80
_BEHIND = re.compile(r" of the (?P<name>[A-Z][a-z]+(?: [A-Z][a-z]+)*)\b(?! of\b)")
_BEFORE = re.compile(
    r"\b(?:the )(?P<name>(?:General )?Assembly|(?:Human Rights )?Council),?"
    r" (?:at|during|in|on|for) its (?:[\w-]+ (?:and|to) )?\Z"
)
_AGENDA = re.compile(r"\binclude in the provisional agenda of its \Z")


def meaning(
    analysis: Analysis, node: Node, passage: Passage, within: Resolution
) -> Said | None:
    """Return what a node in a passage means; None if that is not certain."""
    match node:
        case Symbol():
            return _symbol(analysis, node)
        case Citation():
            return _citation(analysis, node, passage)
        case SessionWords():
            return _session(analysis, node, passage, within)
        case Opening():
            return _opening(analysis, node, passage, within)
    return None


def act_lines(act: Act, lexicon: Lexicon, day: date | None = None) -> Iterator[str]:
    """Yield what is known of a resolution or decision, cited with a date or without."""
    found = number(act.number)
    mark = {"session": "", "roman": "", "special": "S-", "emergency": "ES-"}
    match found.shape:
        case "council" | "year":
            yield f"year: {found.session}"
        case shape if shape in mark and found.session:
            kind = f"{shape} " if mark[shape] else ""
            kind = "emergency special " if shape == "emergency" else kind
            held = lexicon.session(act.organ, f"{mark[shape]}{found.session}")
            ours = act.organ in (Organ.GA, Organ.HRC)
            when = f", {held}" if held and ours else ""
            yield f"{kind}session: {found.session}{when}"
    if adopted := lexicon.adopted(*act):
        yield f"adopted: {day_words(adopted)}"
        if day and day != adopted:
            yield f"the text says: {day_words(day)}"
    for title in lexicon.holds(*act):
        yield f"instrument: {title}"


def _symbol(analysis: Analysis, node: Symbol) -> Said | None:
    found = explained(node.text)
    area = analysis.range(node.span)
    if not found.valid:
        if not found.problem:
            return None
        meant = f"probably meant: {found.suggestion}" if found.suggestion else ""
        lines = tuple(filter(None, (f"problem: {found.problem}", meant)))
        return Said(area=area, heading=node.text, lines=lines)
    if act := act_of(node.text):
        lines = (*act_lines(act, analysis.analyst.lexicon),)
        return Said(area=area, heading=str(act), lines=lines, address=found.url)
    return Said(
        area=area,
        heading=f"{found.text}: {found.kind}" if found.kind else found.text,
        lines=tuple(f"{name}: {value}" for name, value in found.parts),
        address=found.url if found.organ else "",
    )


def _citation(analysis: Analysis, node: Citation, passage: Passage) -> Said | None:
    area = analysis.range(node.span)
    found = number(node.number)
    if node.organ is None:
        # Whoever else may have adopted it numbers as it likes.
        return None if node.body or found.normal else _mended(analysis, node)
    if not found.normal or not possible(node.organ, found):
        return _mended(analysis, node) if node.kind == "resolution" else None
    act = Act(node.organ, node.kind, found.normal)
    day = node.day.value if node.day and _alone(node, passage) else None
    lines = [*act_lines(act, analysis.analyst.lexicon, day)]
    address = explained(node.symbol).url if node.symbol else ""
    return Said(area=area, heading=str(act), lines=tuple(lines), address=address)


def _alone(node: Citation, passage: Passage) -> bool:
    """Whether the date stands behind this number, and behind no other too."""
    if node.day is None or node.day.span.start < node.span.end:
        return False
    return not any(
        node.span.start < other.span.start < node.day.span.start
        for other in passage.citations
    )


def _mended(analysis: Analysis, node: Citation) -> Said | None:
    """Return what is wrong with a number that is none."""
    words = f"{node.organ or ''} {node.kind} {node.number}".strip()
    found = explained(words)
    if found.valid or not found.suggestion or not found.problem:
        return None
    lines = (f"problem: {found.problem}", f"probably meant: {found.suggestion}")
    return Said(area=analysis.range(node.span), heading=words, lines=lines)


def _session(
    analysis: Analysis, node: SessionWords, passage: Passage, within: Resolution
) -> Said | None:
    organ = _whose(node, passage, within)
    if organ is None or node.number is None:
        return None
    mark = {"regular": "", "special": "S-", "emergency special": "ES-"}[node.kind]
    held = analysis.analyst.lexicon.session(organ, f"{mark}{node.number}")
    if not held:
        return None
    kind = "" if node.kind == "regular" else f"{node.kind} "
    return Said(
        area=analysis.range(node.span),
        heading=f"{organ}, {kind}session {node.number}",
        lines=(held,),
    )


def _whose(node: SessionWords, passage: Passage, within: Resolution) -> Organ | None:
    """Return the organ whose session is meant, if the words leave no doubt."""
    if node.kind == "emergency special":
        return Organ.GA
    if isinstance(passage, Field):
        return within.organ if passage.name == "session" else None
    text = within.source.text
    behind = folded(text[node.span.end : node.span.end + _REACH])
    if found := _BEHIND.match(behind):
        return _named(found["name"], within)
    if behind.startswith((" of ", "’s")):
        return None
    start = max(passage.content.start, node.span.start - _REACH)
    before = folded(text[start : node.span.start])
    if _AGENDA.search(before):
        return within.organ
    found = _BEFORE.search(before)
    return _named(found["name"], within) if found else None


def _named(name: str, within: Resolution) -> Organ | None:
    """Return an organ by its name; by a short one only where that can be no other."""
    if name in tuple(Organ):
        return Organ(name)
    known = organ_names().get(name)
    if name == "Council" and within.organ is Organ.HRC:
        return Organ.HRC
    ours = known is not None and within.organ == known.organ
    return within.organ if ours else None


def _opening(
    analysis: Analysis, node: Opening, passage: Passage, within: Resolution
) -> Said | None:
    if not isinstance(passage, Preambular | Operative):
        return None
    part = "preamble" if isinstance(passage, Preambular) else "operative"
    row = phrases(part).get(node.phrase.lower())
    organ = within.organ or Organ.GA
    times = row.counts[organ.name] if row else 0
    if not times:
        return None
    where = "the preamble" if part == "preamble" else "the operative part"
    often = "a paragraph" if times == 1 else f"{times:,} paragraphs"
    line = f"opened {often} of {where} in the texts of the {organ} that were counted"
    return Said(area=analysis.range(node.span), heading=node.phrase, lines=(line,))
