"""How marks are called, and where a text is French."""

import re

NAMES = {
    ",": "comma",
    ";": "semicolon",
    ":": "colon",
    ".": "full stop",
    "?": "question mark",
    "!": "exclamation mark",
}
_ENGLISH = re.compile(r"\b(?:the|of|and|to|in|on|by|for|its)\b")
_FRENCH = re.compile(r"\b(?:le|la|les|des|du|et|dans|par|pour|une|sa|ses|aux)\b")


def is_french(text: str) -> bool:
    """Whether a passage seems to be French, where a space stands before ``;``."""
    return len(_FRENCH.findall(text)) > len(_ENGLISH.findall(text))
