"""What footnotes are numbered with."""

from resolint.regex import regex

_SIGNS = regex(r"[*†‡§]+\Z")
_LETTER = regex(r"(?:[A-Za-z]|[ivxIVX]+)\Z")


def is_sign(label: str) -> bool:
    """Whether a label is an asterisk or the like, as on sponsors and reissues."""
    return bool(_SIGNS.match(label))


def is_letter(label: str) -> bool:
    """Whether a label is a letter or a roman number."""
    return bool(_LETTER.match(label))


def number(label: str) -> int | None:
    """Return the number that a label is, or None."""
    return int(label) if label.isdecimal() and len(label) < 6 else None
