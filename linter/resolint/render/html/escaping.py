r"""Text as HTML has it: what a draft, a page or a file name says is never markup.

Characters that have no shape, drive a terminal, turn the direction of the line or
cannot be written as UTF-8 are named, as other outputs name them: ``\u202e``.
"""

import re
from html import escape

_ODD = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # control characters, but tab and end of line
    "\u202a-\u202e\u2066-\u2069"  # those that turn the direction
    "\ud800-\udfff"  # halves of pairs: what was a byte, and is no character
    "\ue000-\uf8ff"  # private use: no font need have them
    "\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff"
    "\U000e0000-\U0010ffff"
    "]"
)


def named(text: str) -> str:
    """Return text in which odd characters are named."""
    return _ODD.sub(lambda found: _name(found[0]), text)


def shown(text: str) -> str:
    """Return some text as HTML."""
    return _ODD.sub(_dressed, escape(text, quote=False))


def quoted(text: str) -> str:
    """Return some text as the value of an attribute, in its quotation marks."""
    return f'"{escape(named(text))}"'


def _dressed(found: re.Match[str]) -> str:
    name = _name(found[0])
    return name if name == " " else f'<span class="odd">{name}</span>'


def _name(char: str) -> str:
    """Return a character by its number; one that is white space is a space."""
    if char.isspace():
        return " "
    code = ord(char)
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
