"""None, also, further, none …: what paragraphs with the same opening have in turn."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from resolint import Operative, Preambular, Resolution
from resolint_rules.also.addressees import (
    Addressee,
    Relation,
    addressed,
    addressee,
    bound,
)
from resolint_rules.also.openers import CYCLE, Opener
from resolint_rules.also.reading import has_adverb, head, opener
from resolint_rules.also.slips import Fault, Slip
from resolint_rules.once import once


@dataclass(kw_only=True)
class _Turn:
    """A paragraph in its turn."""

    node: Resolution
    paragraph: Preambular | Operative
    linked: bool = False
    """Whether it goes on from the paragraph before."""
    right: int = 0
    """Which adverb it has, or should have."""
    slip: Slip | None = None

    @cached_property
    def opener(self) -> Opener | None:
        """How it opens."""
        return opener(self.node.source, self.paragraph)

    def may_slip(self, before: "_Turn | None") -> bool:
        """Whether it has an adverb, or may open as the one before does."""
        source = self.node.source
        return has_adverb(source, self.paragraph) or (
            before is not None
            and head(source, self.paragraph) == head(source, before.paragraph)
        )


@once
def slips(node: Resolution, part: str) -> tuple[Slip, ...]:
    """Return what is wrong with the adverbs in a part of a resolution."""
    return tuple(_slips(node, part))


def _slips(node: Resolution, part: str) -> Iterator[Slip]:
    turns = [
        _Turn(node=node, paragraph=paragraph)
        for paragraph in (node.preamble if part == "preamble" else node.operative)
    ]
    breaks = _breaks(node)
    for index, turn in enumerate(turns):
        before = turns[index - 1] if index else None
        if turn.may_slip(before):
            apart = before and _apart(before.paragraph, turn.paragraph, breaks)
            _judge(node, turn, before, apart=bool(apart))
    for index, turn in enumerate(turns):
        if turn.slip is not None:
            yield _with_followers(turn.slip, turns[index + 1 :])


def _breaks(node: Resolution) -> Sequence[int]:
    """Return where headings stand."""
    return sorted(heading.span.start for heading in node.headings)


def _apart(
    one: Preambular | Operative, two: Preambular | Operative, breaks: Sequence[int]
) -> bool:
    """Whether a heading, or the end of a section, stands between two paragraphs."""
    if isinstance(two, Operative) and two.heading is not None:
        return True
    if getattr(one, "section", 0) != getattr(two, "section", 0):
        return True
    at = bisect_right(breaks, one.span.start)
    return at < len(breaks) and breaks[at] < two.span.start


def _judge(node: Resolution, turn: _Turn, before: _Turn | None, *, apart: bool) -> None:
    """Judge a paragraph by what the drafter wrote before it, or should have."""
    own = turn.opener
    if own is None:
        return
    turn.right = own.adverb
    if before is not None and before.opener is None:
        return
    past = before.opener if before else None
    if before is None or past is None or apart:
        # Under a new heading the adverb may look back over it.
        if own.adverb and not (past is not None and past.loose & own.loose):
            _orphaned(node, turn, before)
        elif own.misplaced:
            _found(turn, before, Fault.SIDE, own.adverb, sure=True)
        return
    # In a text without italics an adverb tells that the phrases are the same.
    linked = own.adverb and own.bases & past.bases
    if own.bases != past.bases and not linked:
        if own.adverb and not own.loose & past.loose and not _kin(own, past):
            _orphaned(node, turn, before)
        elif own.misplaced:
            _found(turn, before, Fault.SIDE, own.adverb, sure=True)
        return
    due = (_next(before.right), _next(past.adverb))
    relation, named = _relation(node, turn, before)
    unclear = relation is Relation.UNCLEAR
    turn.linked = relation is Relation.SAME or (unclear and own.adverb > 0)
    turn.right = due[0]
    if own.misplaced and own.adverb in due:
        _found(turn, before, Fault.SIDE, own.adverb, sure=True)
    elif relation is Relation.OTHER and not own.adverb:
        turn.right = 0
    elif relation is Relation.OTHER:
        _found(turn, before, Fault.ADDRESSEE, 0, sure=False, addressees=named)
    elif own.adverb in due or (unclear and not own.adverb):
        turn.right = own.adverb
    elif not own.adverb and any(each and each.names for each in named):
        _found(turn, before, Fault.ADDRESSEE, due[0], sure=False, addressees=named)
    else:
        fault = Fault.TURN if own.adverb else Fault.MISSING
        _found(turn, before, fault, due[0], sure=bool(own.adverb))


def _orphaned(node: Resolution, turn: _Turn, before: _Turn | None) -> None:
    """Note an adverb that has nothing to refer to."""
    own, past = turn.opener, before.opener if before else None
    assert own is not None
    sure = past is None or past.head != own.head
    if before is not None and sure:
        # “Welcomes the plan, and requests …” may be what “Also requests” goes on from.
        words = node.source[before.paragraph.span].lower()
        sure = f" {own.head} " not in words
    _found(turn, before, Fault.ORPHAN, 0, sure=sure)


def _found(
    turn: _Turn,
    before: _Turn | None,
    fault: Fault,
    right: int,
    *,
    sure: bool,
    addressees: tuple[Addressee | None, Addressee | None] = (None, None),
) -> None:
    """Note what is wrong with the adverb of a paragraph."""
    assert turn.opener is not None
    past = before.opener if before else None
    turn.right = right
    turn.slip = Slip(
        fault=fault,
        paragraph=turn.paragraph,
        opener=turn.opener,
        before=past,
        follows=past.with_adverb(before.right)[0] if before and past else "",
        right=right,
        sure=sure,
        addressees=addressees,
    )


def _kin(one: Opener, two: Opener) -> bool:
    """Whether editors let an adverb link two phrases that are not quite the same.

    “Calls for” and “Further calls upon”; not “Noting with concern” and “Noting also”.
    """
    if one.head != two.head:
        return False
    short, long = sorted((one.base, two.base), key=len)
    return not (one.italic and two.italic) or long[: len(short)] != short


def _relation(
    node: Resolution, turn: _Turn, before: _Turn
) -> tuple[Relation, tuple[Addressee | None, Addressee | None]]:
    """Return how those stand to one another whom two paragraphs address."""
    own, past = turn.opener, before.opener
    assert own is not None
    assert past is not None
    if not addressed(own):
        return Relation.SAME, (None, None)
    here = addressee(own, turn.paragraph, node)
    there = addressee(past, before.paragraph, node)
    relation = here.to(there) if here and there else Relation.UNCLEAR
    if relation is Relation.OTHER and not bound(own):
        relation = Relation.UNCLEAR
    return relation, (here, there)


def _next(adverb: int) -> int:
    return (adverb + 1) % len(CYCLE)


def _with_followers(slip: Slip, later: Sequence[_Turn]) -> Slip:
    """Return a slip with what the paragraphs behind it need when it is put right."""
    edits = []
    proof = False
    right = slip.right
    for number, turn in enumerate(later):
        own = turn.opener
        if own is None or not turn.linked or turn.slip is not None:
            break
        right = _next(right)
        proof = proof or (not number and own.adverb == right == 2)
        if own.adverb == right:
            break
        edits.append(own.with_adverb(right)[1])
    # “Further” behind it shows that “also” has been lost.
    sure = slip.sure or (slip.fault is Fault.MISSING and proof)
    return slip._replace(sure=sure, followers=tuple(edits))
