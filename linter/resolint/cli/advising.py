"""What a comment in Word says of a finding."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from resolint.diagnostic import Diagnostic
from resolint.guides import PageError, load
from resolint.readers.word.annotating import Advice
from resolint.rule import Rule


def advice(
    found: Iterable[Diagnostic], rules: Mapping[str, Rule[Any]]
) -> Iterator[Advice]:
    """Yield what is to be said of findings: rule and message, the fix, the manual."""
    for each in found:
        lines = [f"{each.code} {each.message}"]
        if each.fix is not None:
            lines.append(f"Fix: {each.fix.title}")
        lines += (note.message for note in each.notes)
        if link := _link(rules.get(each.code)):
            lines.append(link)
        yield Advice(each.span, tuple(lines))


def _link(rule: Rule[Any] | None) -> str | None:
    try:
        return load(rule).link if rule else None
    except PageError:
        return None
