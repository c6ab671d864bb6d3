"""Fixes written into files: bytes in, bytes out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from resolint.diagnostic import Diagnostic, Edit, Fix, Safety
from resolint.engine import UnfixableError, accepted, fixed
from resolint.readers import format_of
from resolint.text import Source


class Unmade(NamedTuple):
    """A finding whose fix cannot be written into the file, and why."""

    diagnostic: Diagnostic
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fixed:
    """A file with fixes in it."""

    data: bytes
    made: tuple[Diagnostic, ...] = ()
    """The findings that were fixed; others may have to wait for another round."""
    unmade: tuple[Unmade, ...] = ()


def applied(
    data: bytes,
    source: Source,
    found: Iterable[Diagnostic],
    least: Safety = Safety.SAFE,
) -> Fixed:
    """Return a file, of which the source was read, with every fix that can be made.

    In a Word file each is a tracked change. Raises `UnfixableError` where the format
    can hold none.
    """
    wanted = [
        each for each in found if each.fix is not None and each.fix.safety >= least
    ]
    if not wanted:
        return Fixed(data=data)
    # What was read of an OpenDocument file, say, may look like a Word file's text.
    kept = format_of(data, source.name)
    if kept == "docx":
        return _tracked(data, source, wanted, least)
    if kept not in ("markdown", "text"):
        raise UnfixableError(f"{source.name}: fixes cannot be written to {kept}")
    edits = accepted(source, (each.fix for each in wanted), least)
    if not edits:
        return Fixed(data=data)
    new = _saved(fixed(source, wanted, least), data, source)
    return Fixed(data=new, made=_done(wanted, edits))


def _tracked(
    data: bytes, source: Source, wanted: Sequence[Diagnostic], least: Safety
) -> Fixed:
    from resolint.readers.word.tracked import Changes

    changes = Changes.of(data, source.name)
    able: list[Diagnostic] = []
    unmade: list[Unmade] = []
    for each in wanted:
        # Of a fix all edits are made or none.
        why = next(filter(None, map(changes.why, _edits(each.fix))), "")
        if why:
            unmade.append(Unmade(each, why))
        else:
            able.append(each)
    edits = accepted(source, (each.fix for each in able), least)
    new = changes.made(edits) if edits else data
    return Fixed(data=new, made=_done(able, edits), unmade=tuple(unmade))


def _saved(raw: str, data: bytes, source: Source) -> bytes:
    """Return text as the file has it: its encoding, its byte order mark."""
    from resolint.readers.plain.encodings import encoded

    try:
        if encoded(source.raw, data) == data:
            return encoded(raw, data)
    except UnicodeEncodeError:
        pass
    raise UnfixableError(
        f"{source.name}: its encoding cannot hold what would be written: "
        "save it as UTF-8 first"
    )


def _done(
    wanted: Iterable[Diagnostic], edits: Sequence[Edit]
) -> tuple[Diagnostic, ...]:
    known = set(edits)
    return tuple(each for each in wanted if known.issuperset(_edits(each.fix)))


def _edits(fix: Fix | None) -> tuple[Edit, ...]:
    return fix.edits if fix else ()
