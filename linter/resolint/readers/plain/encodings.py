"""From bytes to text, whatever the editor that saved them wrote."""

import codecs
import re

from resolint.readers.errors import UnreadableError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins alike
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL = re.compile(r"[\x01-\x08\x0e-\x1b\x7f]")
_HEAD = 4096


def decoded(data: bytes) -> str:
    """Return the text of a file, without its byte order mark.

    UTF-8, UTF-16 and UTF-32 are told by their marks, UTF-16 without one by its NULs;
    what is no UTF-8 is taken for Windows-1252. Line ends stay what they are. Data
    that are no text raise `UnreadableError`.
    """
    return proved(_told(data))


def proved(text: str) -> str:
    """Return what is text; raise `UnreadableError` of what is none."""
    if "\0" in text:
        raise UnreadableError("this is no text: it holds NUL characters")
    # A Word file's text may hold a few odd marks; pictures and programs hold many.
    if len(_CONTROL.findall(text)) > len(text) // 50 + 2:
        raise UnreadableError("this is no text: it is full of control characters")
    return text


def encoded(text: str, like: bytes) -> bytes:
    """Return text in the encoding of a file, with its byte order mark.

    Raises `UnicodeEncodeError` if the encoding has no place for a character.
    """
    for mark, encoding in _MARKS:
        if like.startswith(mark):
            return mark + text.encode(encoding)
    if encoding := _utf16(like):
        return text.encode(encoding)
    try:
        like.decode("utf-8")
    except UnicodeDecodeError:
        return text.encode("windows-1252")
    return text.encode("utf-8")


def _told(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding)
    if encoding := _utf16(data):
        return _strictly(data, encoding)
    if b"\0" in data:
        raise UnreadableError("this is no text: it holds NUL bytes")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("windows-1252", errors="replace")


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise UnreadableError(
            f"this is no text: it is marked as {encoding[:-3].upper()}, but damaged"
            if encoding != "utf-8"
            else "this is no text: it is marked as UTF-8, but damaged"
        ) from None


def _utf16(data: bytes) -> str:
    """Return which UTF-16 data without a mark are: every other byte is nought."""
    head = data[: _HEAD - _HEAD % 2]
    if len(data) % 2 or len(head) < 2 or b"\0" not in head:
        return ""
    even, odd = head[::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if odd * 2 > half and not even:
        return "utf-16-le"
    if even * 2 > half and not odd:
        return "utf-16-be"
    return ""
