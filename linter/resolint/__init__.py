"""Check United Nations resolutions against the drafting rules.

What a rule author imports is here, and what a script does: ``read`` a file, ``parse``
it, ``lint`` it.
"""

from typing import TYPE_CHECKING, Any

from resolint.diagnostic import Diagnostic, Edit, Fix, Related, Safety, Severity
from resolint.document import (
    Annex,
    Citation,
    Closing,
    Day,
    Enacting,
    Field,
    Footnote,
    Has,
    Heading,
    Item,
    Marker,
    Masthead,
    Node,
    OfficialRecord,
    Opening,
    Operative,
    Organ,
    Other,
    Paragraph,
    ParagraphReference,
    Passage,
    Preambular,
    Resolution,
    SessionWords,
    Stage,
    Symbol,
    Title,
    TreatySeries,
)
from resolint.profiles import ALL, EDITED, UNITED_NATIONS, Profile
from resolint.rule import Rule
from resolint.text import Block, Call, Emphasis, Place, Shows, Source, Span, Style, View

if TYPE_CHECKING:
    from resolint.builder import parse
    from resolint.engine import fixed, lint
    from resolint.readers import UnreadableError, read

__all__ = [
    "ALL",
    "EDITED",
    "UNITED_NATIONS",
    "Annex",
    "Block",
    "Call",
    "Citation",
    "Closing",
    "Day",
    "Diagnostic",
    "Edit",
    "Emphasis",
    "Enacting",
    "Field",
    "Fix",
    "Footnote",
    "Has",
    "Heading",
    "Item",
    "Marker",
    "Masthead",
    "Node",
    "OfficialRecord",
    "Opening",
    "Operative",
    "Organ",
    "Other",
    "Paragraph",
    "ParagraphReference",
    "Passage",
    "Place",
    "Preambular",
    "Profile",
    "Related",
    "Resolution",
    "Rule",
    "Safety",
    "SessionWords",
    "Severity",
    "Shows",
    "Source",
    "Span",
    "Stage",
    "Style",
    "Symbol",
    "Title",
    "TreatySeries",
    "UnreadableError",
    "View",
    "fixed",
    "lint",
    "parse",
    "read",
]

# These draw in the grammar, which a command such as --version can do without.
_LATE = {
    "UnreadableError": "readers",
    "fixed": "engine",
    "lint": "engine",
    "parse": "builder",
    "read": "readers",
}


def __getattr__(name: str) -> Any:
    """Import what a script needs when it is first asked for."""
    if name in _LATE:
        from importlib import import_module

        return getattr(import_module(f"resolint.{_LATE[name]}"), name)
    raise AttributeError(f"module {__name__} has no attribute {name}")
