"""How marks are called, and where a text is French."""

from resolint.regex import regex

NAMES = {
    ",": "comma",
    ";": "semicolon",
    ":": "colon",
    ".": "full stop",
    "?": "question mark",
    "!": "exclamation mark",
}
_ENGLISH = regex(r"\b(?:the|of|and|to|in|on|by|for|its)\b")
_FRENCH = regex(r"\b(?:le|la|les|des|du|et|dans|par|pour|une|sa|ses|aux)\b")


def is_french(text: str) -> bool:
    """Whether a passage seems to be French, where a space stands before ``;``."""
    return len(_FRENCH.findall(text)) > len(_ENGLISH.findall(text))
