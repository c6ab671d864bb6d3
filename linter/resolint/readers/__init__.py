"""Readers: from the bytes of a file to a ``Source``."""

import re
from pathlib import Path, PurePath

from resolint.readers.errors import UnreadableError
from resolint.text import Source

__all__ = ["ENDINGS", "UnreadableError", "format_of", "read"]

LIMIT = 50_000_000
"""The most bytes that a file may have."""
ENDINGS = {
    ".docx": "docx",
    ".md": "markdown",
    ".markdown": "markdown",
    ".txt": "text",
    ".xml": "akn",
}
"""The format that the ending of a name promises."""
SUPPORTED = "Word (.docx), Markdown (.md), text (.txt) and Akoma Ntoso (.xml) can be"

_SNIFFED = 8192
_MARKUP = re.compile(
    r"\s*<(\?xml\b|([\w.-]+:)?akomaNtoso\b|!DOCTYPE\s+([\w.-]+:)?akomaNtoso\b)"
)
_HTML = re.compile(r"(?i)\s*<(!doctype\s+html|html)\b")
_MARKDOWN = re.compile(
    r"\A---[ \t]*\r?\n[\w-]+:"
    r"|^(\d+\.\s+|[(]\w+[)]\s+)?(\*[^\s*][^*\n]*\*|_[^\s_][^_\n]*_)(?=[\s,;:.])"
    r"|\[\^[^\]\s]+\]"
    r"|^#{1,6} \S",
    re.MULTILINE,
)


def read(file: Path | bytes, name: str | None = None) -> Source:
    """Read a draft from a file, or from the bytes of one.

    Raises `UnreadableError`, whose message is one line that begins with the name.
    """
    name = name or (str(file) if isinstance(file, Path) else "<stdin>")
    try:
        data = file if isinstance(file, bytes) else _bytes(file)
        if len(data) > LIMIT:
            limit = LIMIT // 1_000_000
            raise UnreadableError(f"this is larger than {limit} MB")
        return _read(data, name)
    except UnreadableError as error:
        line = " ".join(str(error).split())
        said = line.removeprefix(name).removeprefix(":").strip()
        if said.startswith(("is ", "cannot ")):
            said = f"this {said}"
        line = f"{name}: {said}"
        raise UnreadableError(line) from error
    except (MemoryError, RecursionError) as error:
        raise UnreadableError(f"{name}: this is too large or too deep") from error


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(LIMIT + 1)
    except FileNotFoundError:
        raise UnreadableError("there is no such file") from None
    except IsADirectoryError:
        raise UnreadableError("this is a folder") from None
    except PermissionError:
        raise UnreadableError("this may not be read: permission denied") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UnreadableError(f"this cannot be read: {reason}") from error


def _read(data: bytes, name: str) -> Source:
    match format_of(data, name):
        case "docx":
            from resolint.readers.word import read
        case "akn":
            from resolint.readers.akn import read_whole as read
        case "markdown":
            from resolint.readers.markdown import read
        case _:
            from resolint.readers.plain import read
    return read(data, name)


def format_of(data: bytes, name: str) -> str:
    """Return the format of a file: ``docx``, ``akn``, ``markdown`` or ``text``.

    The content says what it is. Only where it could be text as well as Markdown does
    the ending of the name count.
    """
    head = data[:_SNIFFED]
    promised = ENDINGS.get(PurePath(name).suffix.lower())
    if other := _unsupported(head):
        raise UnreadableError(f"this is {other}; only {SUPPORTED} read")
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0")):
        return "docx"
    if promised == "docx":
        what = "empty" if not data else "damaged, or no Word file"
        raise UnreadableError(f"this is {what}")
    text = _text(head)
    if _HTML.match(text):
        raise UnreadableError(f"this is a web page; only {SUPPORTED} read")
    if promised == "akn" or _MARKUP.match(text):
        return "akn"
    if promised:
        return promised
    return "markdown" if _MARKDOWN.search(text) else "text"


def _unsupported(head: bytes) -> str:
    """Return what a file is, if it is of a well-known kind that no reader reads."""
    if b"%PDF-" in head[:1024]:
        return "a PDF file"
    if head.lstrip()[:5] == b"{\\rtf":
        return "an RTF file"
    if head.startswith(b"PK") and b"mimetypeapplication/vnd.oasis" in head[:200]:
        return "an OpenDocument file"
    if head.startswith((b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*")):
        return "a picture"
    return ""


def _text(head: bytes) -> str:
    """Return the beginning of a file as text, well enough to know its format by."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.decode("utf-16", "replace")
    if b"\0" in head:
        if head[1::2].count(0) > len(head) // 4:
            return head.decode("utf-16-le", "replace")
        if head[::2].count(0) > len(head) // 4:
            return head.decode("utf-16-be", "replace")
    return head.decode("utf-8-sig", "replace")
