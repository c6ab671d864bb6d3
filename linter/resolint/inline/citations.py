"""Citations of resolutions and decisions, with the organs that they are of."""

from collections.abc import Iterator, Mapping

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
    heads = list(citations.places(text))
    if not heads:
        return
    mentions = Mentions(text)
    current: Head | None = None
    joined: Organ | None = None
    begun = False
    last, latest = 0, joined
    for index, (start, after) in enumerate(heads):
        limit = heads[index + 1][0] if index + 1 < len(heads) else len(text)
        limit = max(limit, after)
        found = lists.cited(text[start:limit], after - start)
        given: list[Member] = []
        done = after
        if found is not None:
            current, given, done = lists.members(found, start, days)
            given = lists.shared(given)
            follows = latest and citations.JOINED.fullmatch(text, last, start)
            joined, begun = (latest if follows else None), False
        elif head := lists.bare_head(text[start:limit], start, after):
            current, joined, begun = head, None, False
        if current:
            for member in [*given, *lists.loose(current, line, done, limit, days)]:
                # Its words too belong to the first that stands right behind a head.
                whole = -1 if begun or member.loose else current.start
                cited = _citation(
                    current, member, line, adopting, mentions, joined, whole
                )
                if cited:
                    yield cited
                    last, latest = member.whole, cited.organ
                    joined, begun = latest, True


def _citation(
    head: Head,
    member: Member,
    line: Line,
    adopting: Organ | None,
    mentions: Mentions,
    joined: Organ | None,
    whole: int,
) -> Citation | None:
    parts = number(member.number)
    organ = _organ(head, member, parts, adopting, mentions, joined)
    if parts.shape == "figures" and organ is not Organ.SC:
        return None
    if member.loose and parts.shape == "council" and organ is not Organ.SC:
        return None
    text = line.text[member.start : member.whole]
    return Citation(
        span=line.span(member.start, member.end),
        kind=head.kind,
        organ=organ,
        own=head.own,
        number=text[: member.end - member.start],
        symbol=_symbol(organ, head.kind, parts),
        day=member.day,
        body=head.body.name,
        text=line.span(member.start if whole < 0 else whole, member.whole),
    )


def _organ(
    head: Head,
    member: Member,
    parts: Number,
    adopting: Organ | None,
    mentions: Mentions,
    joined: Organ | None,
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
        joined=joined,
    )


def _symbol(organ: Organ | None, kind: str, parts: Number) -> str | None:
    if organ is None or not parts.normal or not possible(organ, parts):
        return None
    names = organ_symbols()[organ.value]
    series = names.decisions if kind == "decision" else names.resolutions
    return f"{series}{parts.normal}" if series else None
