"""Findings that remarks in the file switch off, and remarks that switch off none."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from resolint.diagnostic import Diagnostic, Severity
from resolint.document import Resolution
from resolint.remarks import Order, Verb, orders
from resolint.rule import Rule
from resolint.selection import nearest
from resolint.text import Source, Span


class UnusedIgnore(Rule[Resolution]):
    """A remark that switches nothing off: known when all other rules have spoken."""

    code = "RSL001"
    name = "unused-ignore"
    severity = Severity.WARNING

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Say nothing: `kept` speaks for it."""
        yield from ()


UNUSED = UnusedIgnore()


def kept(
    source: Source,
    found: Sequence[Diagnostic],
    on: Collection[str],
    names: Mapping[str, str] | None = None,
) -> list[Diagnostic]:
    """Return the findings that no remark switches off, and the remarks left over.

    ``on`` are the codes of the rules that were asked: a remark about one that was not
    is not reported, and none is unless `UNUSED` was. ``names`` are the names of all
    rules by code; without them, codes alone are known.
    """
    names = names or dict.fromkeys((*on, *(each.code for each in found)), "")
    given = [*orders(source, names)]
    own = [each for each in given if each.selector.startswith(UNUSED.code[:3])]
    others = [each for each in given if each not in own]
    used: set[int] = set()
    left = [each for each in found if not _switched(each, others, used)]
    if UNUSED.code not in on:
        return left
    told = [
        _unused(order, why)
        for number, order in enumerate(others)
        if (why := _why(number, order, others, used, on, names))
    ]
    used.clear()
    told = [each for each in told if not _switched(each, own, used)]
    told += [
        _unused(order, why)
        for number, order in enumerate(own)
        if (why := _why(number, order, own, used, on, names))
    ]
    return sorted((*left, *told), key=lambda each: (each.span, each.code))


def _switched(found: Diagnostic, given: Sequence[Order], used: set[int]) -> bool:
    """Whether any order switches a finding off; those that do are used."""
    at = found.span.start
    off: set[int] = set()
    ranged: tuple[int, int] | None = None
    for number, order in enumerate(given):
        if not order.known or not order.covers(found.code):
            continue
        if not order.scope.start <= at <= order.scope.end:
            continue
        if order.verb not in (Verb.OFF, Verb.ON):
            off.add(number)
        # Of a range, what was said last holds.
        elif ranged is None or order.scope.start >= ranged[0]:
            ranged = order.scope.start, number
    if ranged and given[ranged[1]].verb is Verb.OFF:
        off.add(ranged[1])
    used |= off
    return bool(off)


def _why(
    number: int,
    order: Order,
    given: Sequence[Order],
    used: set[int],
    on: Collection[str],
    names: Mapping[str, str],
) -> str:
    """Return what is wrong with an order that is of no use; nothing if it is of any."""
    if not order.known:
        if not order.written:
            return "names no rule"
        words = [*names, *names.values(), *{code[:3] for code in names}]
        written = order.written
        near = nearest(written.upper(), words) or nearest(written.lower(), words)
        return f"names no rule there is{near}"
    if order.verb is Verb.ON:
        before = (
            other
            for place, other in enumerate(given)
            if other.verb is Verb.OFF
            and (other.scope.start, place) < (order.scope.start, number)
        )
        return "" if any(map(order.meets, before)) else "follows no “off”"
    if number in used or not any(map(order.covers, on)):
        return ""
    return "switches nothing off here"


def _unused(order: Order, why: str) -> Diagnostic:
    at = Span(order.at.start, order.at.start)
    return UNUSED.at(at, f"the remark “{order}” {why}")
