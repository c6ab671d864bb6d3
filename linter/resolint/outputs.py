"""Formats in which findings are written, and where to: ``text``, ``sarif:FILE``."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from resolint.kinds import Kind, KindError, list_of, one_of, words
from resolint.render import FORMATS

_FORMAT = one_of(*FORMATS)


class Output(NamedTuple):
    """A format, and the file to write in; without one, it is printed."""

    format: str
    file: Path | None = None

    def __str__(self) -> str:
        return self.format if self.file is None else f"{self.format}:{self.file}"


def outputs_of(texts: Iterable[str]) -> tuple[Output, ...]:
    """Return what is to be written, from ``sarif:report.sarif`` and the like."""
    found = []
    for text in texts:
        name, _, file = text.partition(":")
        found.append(Output(name, Path(file) if file else None))
    return tuple(found)


def _read(value: object) -> tuple[str, ...]:
    texts = tuple(map(_one, words(value)))
    if not texts:
        raise KindError("should have a format")
    outputs = outputs_of(texts)
    printed = [each.format for each in outputs if each.file is None]
    if len(printed) > 1:
        raise KindError(
            f"cannot print {' and '.join(printed)}: give all but one a file, "
            f"{printed[0]}:FILE"
        )
    files = [each.file for each in outputs if each.file is not None]
    for at, file in enumerate(files):
        if file in files[:at]:
            raise KindError(f"cannot write twice to {file}", str(file))
    return texts


def _one(text: str) -> str:
    name, colon, file = text.strip().partition(":")
    if colon and (not file.strip() or "\0" in file):
        raise KindError(f"should have the name of a file after {name}:", text)
    return f"{_FORMAT(name)}{colon}{file}"


OUTPUTS = Kind(
    _read,
    list_of({"type": "string", "pattern": f"^({'|'.join(FORMATS)})(:.+)?$"}),
)
"""One of the formats, or several, of which all but one have a file."""
