"""OpenDocument (.odt), RTF and old Word files (.doc), through LibreOffice.

LibreOffice writes the file as .docx into a folder that is gone afterwards, and that is
read. Each conversion has a profile of its own, in which macros and the network are
switched off: files of one run share nothing.
"""

import os
import shutil
import signal
import subprocess
import sys
from contextlib import suppress
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory

from resolint.readers.errors import UnreadableError
from resolint.readers.word import read as read_word
from resolint.text import Source, View

SECONDS = 60
"""How long LibreOffice may take for a file."""
_LARGEST = 50_000_000
_FILTERS = {
    "odt": "writer8",
    "rtf": "Rich Text Format",
    "doc": "MS Word 97",
}
"""What LibreOffice calls each format."""
_TARGET = "docx:MS Word 2007 XML"
_NAMES = ("soffice", "libreoffice")
_HINTS = {
    "darwin": "from libreoffice.org, or brew install --cask libreoffice",
    "linux": "Debian, Ubuntu: apt install libreoffice-writer",
    "win32": "from libreoffice.org",
}


def read(data: bytes, name: str, format: str, view: View = View.FINAL) -> Source:
    """Return the source that a file is; ``format`` is ``odt``, ``rtf`` or ``doc``."""
    program = found()
    if program is None:
        hint = _HINTS.get(sys.platform, _HINTS["linux"])
        raise UnreadableError(
            f"LibreOffice is needed to read .{format} files: install it ({hint}), "
            "or save the file as .docx"
        )
    return replace(
        read_word(converted(data, format, program), name, view), format=format
    )


def found() -> str | None:
    """Return the path of LibreOffice, if it is installed."""
    for each in _NAMES:
        if path := shutil.which(each):
            return path
    rows = files(__package__).joinpath("office.tsv").read_text("utf-8").splitlines()
    for system, place, _ in (row.split("\t") for row in rows[1:]):
        path = os.path.expandvars(place)
        if system == sys.platform and Path(path).is_file():
            return path
    return None


def converted(data: bytes, format: str, program: str) -> bytes:
    """Return what LibreOffice makes of a file: the bytes of a .docx."""
    with TemporaryDirectory(prefix="resolint-", ignore_cleanup_errors=True) as made:
        folder = Path(made)
        profile = folder / "profile"
        (profile / "user").mkdir(parents=True)
        settings = files(__package__).joinpath("office.xcu").read_bytes()
        (profile / "user" / "registrymodifications.xcu").write_bytes(settings)
        draft, written = folder / f"draft.{format}", folder / "written"
        draft.write_bytes(data)
        _run(
            [
                program,
                f"-env:UserInstallation={profile.as_uri()}",
                "--headless",
                "--norestore",
                "--nolockcheck",
                "--nodefault",
                "--nofirststartwizard",
                "--nologo",
                f"--infilter={_FILTERS[format]}",
                "--convert-to",
                _TARGET,
                "--outdir",
                str(written),
                str(draft),
            ],
            folder,
        )
        try:
            with (written / "draft.docx").open("rb") as file:
                whole = file.read(_LARGEST + 1)
        except OSError:
            raise UnreadableError(
                "LibreOffice cannot read this: it may be damaged, or locked with a "
                "password"
            ) from None
    if len(whole) > _LARGEST:
        raise UnreadableError("this is too large")
    return whole


def _run(command: list[str], folder: Path) -> None:
    """Run LibreOffice to its end, or end it and what it started."""
    grouped = os.name == "posix"
    try:
        process = subprocess.Popen(
            command,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=grouped,
            # What it keeps beside its profile goes into the folder too.
            env={**os.environ, "HOME": str(folder), "XDG_CACHE_HOME": str(folder)},
        )
    except OSError as error:
        why = error.strerror or "no process can be started"
        raise UnreadableError(f"LibreOffice cannot be started: {why}") from None
    try:
        process.wait(SECONDS)
    except subprocess.TimeoutExpired:
        why = f"LibreOffice takes more than {SECONDS} seconds to read this"
        raise UnreadableError(why) from None
    finally:
        with suppress(OSError):
            if grouped:
                os.killpg(process.pid, signal.SIGKILL)
            elif process.poll() is None:
                process.kill()
        with suppress(subprocess.TimeoutExpired):
            process.wait(5)
