"""What has come of one file: plain data, which another process may hand over."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from resolint.render import Piece
from resolint.render.report import Report

Row = tuple[str, str, str, str]
"""A finding as baselines know it."""


class Seen(NamedTuple):
    """What a file has to do with a baseline."""

    baseline: str
    """The path of the baseline."""
    found: tuple[Row, ...]
    gone: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What is said of one file, written of it, and counted in it."""

    said: tuple[str, ...] = ()
    """Lines for standard error."""
    failed: bool = False
    """Whether part of the job could not be done."""
    fails: bool = False
    """Whether anything was found that is to fail the run."""
    counted: Mapping[str, int] = field(default_factory=dict)
    """How many findings of each rule are shown."""
    report: Report | None = None
    """The document, if a format is written of all documents at once."""
    pieces: tuple[Piece | None, ...] | None = None
    """For each output what is written of the document; None if nothing is."""
    diff: tuple[bytes, ...] = ()
    fixed: Mapping[tuple[str, str], int] = field(default_factory=dict)
    """How many findings of a rule were fixed, by file and code."""
    seen: tuple[Seen, ...] = ()
    trouble: str = ""
    """Why it was not kept, if it was to be."""

    def plain(self) -> dict[str, Any]:
        """Return what can be kept of it: what is the same each time."""
        return {
            "said": self.said,
            "fails": self.fails,
            "counted": self.counted,
            "pieces": self.pieces,
            "seen": self.seen,
        }


def read(plain: Any) -> Outcome:
    """Return an outcome that was kept; raises `ValueError` of anything else."""
    match plain:
        case {
            "said": list(said),
            "fails": bool(fails),
            "counted": dict(counted),
            "pieces": list() | None as pieces,
            "seen": list(seen),
        } if (
            len(plain) == 5
            and _texts(said)
            and all(type(each) is int for each in counted.values())
            and all(isinstance(each, list) for each in pieces or ())
        ):
            return Outcome(
                said=tuple(said),
                fails=fails,
                counted=counted,
                pieces=None if pieces is None else tuple(pieces),
                seen=tuple(map(_seen, seen)),
            )
    raise ValueError


def _seen(plain: Any) -> Seen:
    match plain:
        case [str(baseline), list(found), list(gone)]:
            return Seen(baseline, tuple(map(_row, found)), tuple(map(_row, gone)))
    raise ValueError


def _row(plain: Any) -> Row:
    if isinstance(plain, list) and len(plain) == 4 and _texts(plain):
        name, code, fingerprint, message = plain
        return name, code, fingerprint, message
    raise ValueError


def _texts(plain: list[Any]) -> bool:
    return all(isinstance(each, str) for each in plain)
