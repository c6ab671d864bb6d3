"""The document model: what a resolution is made of.

Frozen trees, each node a `Span` into the text of its source. A document that holds
several resolutions (lettered parts; a draft inside a resolution) is a `Resolution`
that holds them as ``parts``.
"""

from resolint.document.inline import (
    Citation,
    Day,
    OfficialRecord,
    ParagraphReference,
    SessionWords,
    Symbol,
    TreatySeries,
)
from resolint.document.nodes import (
    Node,
    Organ,
    Stage,
    moved,
)
from resolint.document.passages import (
    Footnote,
    Has,
    Heading,
    Item,
    Marker,
    Opening,
    Operative,
    Other,
    Paragraph,
    Passage,
    Preambular,
)
from resolint.document.resolution import (
    Annex,
    Closing,
    Enacting,
    Field,
    Masthead,
    Resolution,
    Title,
)

__all__ = [
    "Annex",
    "Citation",
    "Closing",
    "Day",
    "Enacting",
    "Field",
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
    "Preambular",
    "Resolution",
    "SessionWords",
    "Stage",
    "Symbol",
    "Title",
    "TreatySeries",
    "moved",
]
