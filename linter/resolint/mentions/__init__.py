"""Which paragraphs and items of a resolution its references name.

``counting`` tells what has a number or a letter, ``homes`` where each passage stands,
``reading`` what a reference prints, ``places`` which text it speaks of; `mentions` puts
them together.
"""

from resolint.mentions.counting import Counted, counted, numbered, row, rows
from resolint.mentions.homes import Home, homes
from resolint.mentions.resolving import Mention, mentions

__all__ = [
    "Counted",
    "Home",
    "Mention",
    "counted",
    "homes",
    "mentions",
    "numbered",
    "row",
    "rows",
]
