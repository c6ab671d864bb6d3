"""Readers: from the bytes of a file to a ``Source``."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePath

from resolint import paths
from resolint.readers.errors import UnreadableError
from resolint.regex import regex
from resolint.text import Source, View

__all__ = [
    "ENDINGS",
    "NAMED",
    "UnreadableError",
    "contents",
    "format_of",
    "read",
    "read_text",
]

LIMIT = 50_000_000
"""The most bytes that a file may have."""
ENDINGS = {
    ".docx": "docx",
    ".md": "markdown",
    ".markdown": "markdown",
    ".txt": "text",
    ".xml": "akn",
}
"""The format that the ending of a name promises, of the drafts in a folder."""
NAMED = {".odt": "odt", ".rtf": "rtf", ".doc": "doc", ".pdf": "pdf"}
"""The same, of files that are read only when they are named.

They take seconds and another program, or are what was printed of a draft beside them.
"""
SUPPORTED = (
    "Word (.docx, .doc), OpenDocument (.odt), RTF, PDF, Markdown (.md), text (.txt) "
    "and Akoma Ntoso (.xml) can be"
)

_SNIFFED = 8192
_MARKUP = regex(
    r"\s*<(\?xml\b|([\w.-]+:)?akomaNtoso\b|!DOCTYPE\s+([\w.-]+:)?akomaNtoso\b)"
)
_OPEN = b"application/vnd.oasis.opendocument."
_OPEN_TEXT = b"mimetype" + _OPEN + b"text"
_OLE = b"\xd0\xcf\x11\xe0"
_OLD_WORD, _LOCKED = (
    each.encode("utf-16-le") for each in ("WordDocument", "EncryptedPackage")
)
_HTML = regex(r"(?i)\s*<(!doctype\s+html|html)\b")
_MARKDOWN = regex(
    r"\A---[ \t]*\r?\n[\w-]+:"
    r"|^(\d+\.\s+|[(]\w+[)]\s+)?(\*[^\s*][^*\n]*\*|_[^\s_][^_\n]*_)(?=[\s,;:.])"
    r"|\[\^[^\]\s]+\]"
    r"|^#{1,6} \S",
    re.MULTILINE,
)


def read(
    file: Path | bytes, name: str | None = None, *, view: View = View.FINAL
) -> Source:
    """Read a draft from a file, or from the bytes of one.

    The view says how tracked changes are read, in formats that have them.

    Raises `UnreadableError`, whose message is one line that begins with the name.
    """
    name = name or (str(file) if isinstance(file, Path) else "<stdin>")
    with _told(name):
        data = file if isinstance(file, bytes) else _bytes(file)
        _bounded(len(data))
        return _read(data, name, view)


def read_text(text: str, name: str) -> Source:
    """Read a draft that an editor holds as text: Markdown, plain text or XML.

    ``raw`` is that text. Raises `UnreadableError` as `read` does.
    """
    with _told(name):
        _bounded(len(text))
        match format_of(text[:_SNIFFED].encode("utf-8", "replace"), name):
            case "akn":
                from resolint.readers.akn import from_akn, whole

                return whole(from_akn(text, name))
            case "markdown":
                from resolint.readers.markdown import from_markdown
                from resolint.readers.plain.encodings import proved

                return from_markdown(proved(text), name)
            case "text":
                from resolint.readers.plain import from_text
                from resolint.readers.plain.encodings import proved

                return from_text(proved(text), name)
            case other:
                raise UnreadableError(f"this is no text, but {other}")


def _bounded(size: int) -> None:
    if size > LIMIT:
        raise UnreadableError(f"this is larger than {LIMIT // 1_000_000} MB")


@contextmanager
def _told(name: str) -> Iterator[None]:
    """Say of what cannot be read which file it is, in one line."""
    try:
        yield
    except UnreadableError as error:
        line = " ".join(str(error).split())
        said = line.removeprefix(name).removeprefix(":").strip()
        if said.startswith(("is ", "cannot ")):
            said = f"this {said}"
        line = f"{name}: {said}"
        raise UnreadableError(line) from error
    except (MemoryError, RecursionError) as error:
        raise UnreadableError(f"{name}: this is too large or too deep") from error


def contents(path: Path) -> bytes:
    """Return the bytes of a file; raise `UnreadableError` as `read` does."""
    try:
        return _bytes(path)
    except UnreadableError as error:
        raise UnreadableError(f"{path}: {error}") from error


def _bytes(path: Path) -> bytes:
    try:
        return paths.contents(path, LIMIT + 1)
    except FileNotFoundError:
        if path.is_symlink():
            what = "this is a link to a file that is not there"
            raise UnreadableError(what) from None
        raise UnreadableError("there is no such file") from None
    except IsADirectoryError:
        raise UnreadableError("this is a folder") from None
    except PermissionError:
        raise UnreadableError("this may not be read: permission denied") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UnreadableError(f"this cannot be read: {reason}") from error


def _read(data: bytes, name: str, view: View) -> Source:
    match format_of(data, name):
        case "odt" | "rtf" | "doc" as format:
            from resolint.readers import office

            return office.read(data, name, format, view)
        case "pdf":
            from resolint.readers.pdf import read
        case "docx":
            from resolint.readers import word

            return word.read(data, name, view)
        case "akn":
            from resolint.readers.akn import read_whole as read
        case "markdown":
            from resolint.readers.markdown import read
        case _:
            from resolint.readers.plain import read
    return read(data, name)


def format_of(data: bytes, name: str) -> str:
    """Return the format of a file: ``docx``, ``pdf``, ``markdown`` and so on.

    The content says what it is. Only where it could be text as well as Markdown does
    the ending of the name count.
    """
    head = data[:_SNIFFED]
    suffix = PurePath(name).suffix.lower()
    promised = {**ENDINGS, **NAMED}.get(suffix)
    if other := _unsupported(head):
        raise UnreadableError(f"this is {other}; only {SUPPORTED} read")
    if known := _marked(data):
        return known
    if promised == "pdf" and b"%PDF-" in head[:1024]:
        return "pdf"
    if promised == "docx" or suffix in NAMED:
        kind = "Word" if promised == "docx" else suffix
        what = "empty" if not data else f"damaged, or no {kind} file"
        raise UnreadableError(f"this is {what}")
    text = _text(head)
    if _HTML.match(text):
        raise UnreadableError(f"this is a web page; only {SUPPORTED} read")
    if promised == "akn" or _MARKUP.match(text):
        return "akn"
    if promised:
        return promised
    return "markdown" if _MARKDOWN.search(text) else "text"


def _marked(data: bytes) -> str:
    """Return the format of a file that begins as only one format does."""
    head = data[:_SNIFFED]
    if head.lstrip()[:5] == b"%PDF-":
        return "pdf"
    if head.lstrip()[:5] == b"{\\rtf":
        return "rtf"
    if head.startswith(_OLE):
        return "doc" if _OLD_WORD in data and _LOCKED not in data else "docx"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "odt" if _OPEN_TEXT in head[:200] else "docx"
    return ""


def _unsupported(head: bytes) -> str:
    """Return what a file is, if it is of a well-known kind that no reader reads."""
    if head.startswith(b"PK") and b"mimetype" + _OPEN in head[:200]:
        return "" if _OPEN_TEXT in head[:200] else "an OpenDocument file, but no text"
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
