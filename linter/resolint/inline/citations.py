"""Citations of resolutions and decisions, with the organs that they are of."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from resolint.adoption import Number, adopter, fits, number, possible
from resolint.document import Citation, Day, Organ
from resolint.grammar import citations
from resolint.inline import lists
from resolint.inline.bodies import Mentions
from resolint.inline.line import Line
from resolint.inline.lists import Head, Member
from resolint.tables import organ_symbols


def read_citations(
    line: Line, adopting: Organ | None, days: Mapping[int, Day]
) -> Iterator[Citation]:
    """Yield the resolutions and decisions that a line cites.

    ``days`` are the dates in it, by where they end.
    """
    text = line.text
    mentions = Mentions(text)
    heads = list(citations.places(text))
    current: Head | None = None
    last: tuple[int, Organ | None] = (0, None)
    for index, (start, after) in enumerate(heads):
        limit = heads[index + 1][0] if index + 1 < len(heads) else len(text)
        limit = max(limit, after)
        found = lists.cited(text[start:limit], after - start)
        given: list[Member] = []
        if found is None:
            head = lists.bare_head(text[start:limit], start, after)
            if head:
                current = head
            done = after
        else:
            current, given, done = lists.members(found, start, days)
            given = lists.shared(given)
            if last[1] and citations.JOINED.fullmatch(text, last[0], start):
                current = replace(current, joined=last[1])
        if current:
            for member in [*given, *lists.loose(current, line, done, limit, days)]:
                if citation := _citation(current, member, line, adopting, mentions):
                    yield citation
                    last = member.whole, citation.organ
                    current = replace(current, joined=citation.organ, start=-1)


def _citation(
    head: Head,
    member: Member,
    line: Line,
    adopting: Organ | None,
    mentions: Mentions,
) -> Citation | None:
    parts = number(member.number)
    organ = _organ(head, member, parts, adopting, mentions)
    if parts.shape == "figures" and organ is not Organ.SC:
        return None
    if member.loose and parts.shape == "council" and organ is not Organ.SC:
        return None
    text = line.text[member.start : member.whole]
    first = not member.loose and head.start >= 0
    return Citation(
        span=line.span(member.start, member.end),
        kind=head.kind,
        organ=organ,
        own=head.own,
        number=text[: member.end - member.start],
        symbol=_symbol(organ, head.kind, parts),
        day=member.day,
        body=head.body.name,
        text=line.span(head.start if first else member.start, member.whole),
    )


def _organ(
    head: Head,
    member: Member,
    parts: Number,
    adopting: Organ | None,
    mentions: Mentions,
) -> Organ | None:
    day = member.day.value if member.day else None
    named = [organ for organ in head.body.organs if possible(organ, parts)]
    organs = head.body.organs
    if parts.shape == "figures" and Organ.SC in organs and adopting is Organ.SC:
        return adopting
    if len(organs) > 1:
        return adopting if adopting in named else named[0] if len(named) == 1 else None
    if organs:
        organ = organs[0]
        away = member.loose and mentions.between(head.end, member.start, organ)
        return None if away and not fits(organ, parts, day) else organ
    if head.body.name:
        return None
    if head.kind == "decision" and not head.own:
        return None
    if parts.shape == "figures":
        sure = head.own or parts.number >= 100
        return Organ.SC if sure and adopting is Organ.SC else None
    if member.loose and mentions.between(head.end, member.start, adopting):
        sure = adopting is not None and fits(adopting, parts, day)
        return adopting if sure and day else None
    return adopter(
        parts,
        day=day,
        own=head.own,
        adopting=adopting,
        before=mentions.before(member.start, adopting),
        others=mentions.others(member.start),
        nearest=mentions.nearest(member.start),
        joined=head.joined,
    )


def _symbol(organ: Organ | None, kind: str, parts: Number) -> str | None:
    if organ is None or not parts.normal or not possible(organ, parts):
        return None
    names = organ_symbols()[organ.value]
    series = names.decisions if kind == "decision" else names.resolutions
    return f"{series}{parts.normal}" if series else None
