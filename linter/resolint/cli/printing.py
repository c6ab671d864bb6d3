"""Where findings are printed: standard output, or the file that ``-o`` names."""

import os
import sys
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import TextIO

from resolint.cli.writing import UnwritableError, write
from resolint.paths import is_file, is_folder, is_handed, is_there

_OURS = ("/dev/stdout", "/dev/stderr")


def is_stream(path: Path) -> bool:
    """Whether a path is a pipe, a device, or what the caller has opened."""
    if is_handed(path) or os.path.normpath(path.absolute()) in _OURS:
        return True
    return is_there(path) and not is_file(path) and not is_folder(path)


def held_back() -> TextIO:
    """Return what takes findings for a file, till all are found."""
    return TextIOWrapper(
        BytesIO(),
        encoding="utf-8",
        errors="backslashreplace",
        newline="\n",
        write_through=True,
    )


def deliver(path: Path, out: TextIO) -> None:
    """Write what was held back: a file whole or not at all, a stream as it goes.

    Raises `UnwritableError`; `BrokenPipeError` if a stream is read no more.
    """
    out.flush()
    held = out.buffer
    data = held.getvalue() if isinstance(held, BytesIO) else b""
    if not is_stream(path):
        write(path, data)
        return
    try:
        _pour(path, data)
    except BrokenPipeError:
        raise
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise UnwritableError(f"{path}: cannot be written: {reason}") from None


def _pour(path: Path, data: bytes) -> None:
    for stream in (sys.stdout, sys.stderr):
        if os.path.samestat(path.stat(), os.fstat(stream.fileno())):
            # To open it again would begin the file behind it anew.
            stream.flush()
            stream.buffer.write(data)
            stream.flush()
            return
    with path.open("ab") as file:
        file.write(data)
