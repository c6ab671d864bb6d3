"""Completion: opening phrases where a paragraph begins, instruments anywhere."""

from lsprotocol import types

from resolint.server.analysis import Analysis
from resolint.server.instruments import instruments
from resolint.server.openings import openings
from resolint.server.standing import standing

OPTIONS = types.CompletionOptions(trigger_characters=["*"])
"""With an asterisk the italics of an opening phrase begin."""
MOST = 120
"""How much is offered at once."""


def completion(
    analysis: Analysis, params: types.CompletionParams
) -> types.CompletionList:
    """Return what may be written at a place."""
    place = standing(analysis, analysis.text.offset(params.position))
    if place is None:
        return types.CompletionList(is_incomplete=False, items=[])
    found = [*openings(analysis, place)][:MOST]
    found += instruments(analysis, place)
    # A title is known by several words: the next may tell more than this one.
    return types.CompletionList(is_incomplete=True, items=found)
