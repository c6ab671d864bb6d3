"""Renaming: another number for a paragraph, another letter for an item, or a note.

The number that is given holds for the paragraph; those behind it in its section go on
from there, and all that speaks of them, in the text, in notes and in annexes, follows.
What stands before it keeps its number: one that is taken there is refused. In Markdown
the label of a note is changed where the note stands and where it is called.
"""

import re

from lsprotocol import types
from pygls.exceptions import JsonRpcException

from resolint.mentions import Counted
from resolint.server.actions import workspace_edit
from resolint.server.analysis import Analysis
from resolint.server.indicators import Indicator, indicators
from resolint.server.pointed import Pointed, pointed
from resolint.server.renumbering import (
    UNWRITTEN,
    Raw,
    RefusedError,
    beside,
    counts,
    edited,
    following,
    numbered,
    ordinal,
)
from resolint.server.written import written

_LABEL = re.compile(r"[^\s\[\]^:\\`*_<>&]+")
_AROUND = "()[]. \u00a0"
"""What people write about a number: ``(c)``, ``5.``."""
_KINDS = {"figure": "a number", "letter": "a letter", "roman": "a roman number"}


def prepare(
    analysis: Analysis, params: types.PrepareRenameParams
) -> types.PrepareRenamePlaceholder | None:
    """Return what would be renamed here, and what it is called; None where nothing is.

    Raises what the protocol tells the user where something cannot be.
    """
    found = pointed(analysis, params.position)
    if found is None:
        return None
    try:
        place, name = _renamed(analysis, found)
    except RefusedError as error:
        raise refusal(error) from error
    return types.PrepareRenamePlaceholder(analysis.text.range(*place), name)


def rename(
    analysis: Analysis, params: types.RenameParams
) -> types.WorkspaceEdit | None:
    """Return what gives something another number, letter or label.

    Raises what the protocol tells the user where that cannot be.
    """
    found = pointed(analysis, params.position)
    if found is None:
        return None
    try:
        _renamed(analysis, found)
        if found.indicator is not None:
            made = _relabelled(analysis, found.indicator, params.new_name)
        else:
            made = _renumbered(analysis, found.targets[0], params.new_name)
    except RefusedError as error:
        raise refusal(error) from error
    return _change(analysis, made)


def refusal(error: RefusedError) -> JsonRpcException:
    """Return a refusal as the protocol tells it to the user."""
    return JsonRpcException(str(error), int(types.LSPErrorCodes.RequestFailed))


def _renamed(analysis: Analysis, found: Pointed) -> tuple[Raw, str]:
    """Return where the name of something stands, and the name."""
    assert analysis.source is not None
    if mark := found.indicator:
        if analysis.source.format != "markdown":
            raise RefusedError("only in Markdown do notes have labels of one's own")
        if not _marked(analysis, mark):
            raise RefusedError(f"note {mark.label} is not written as [^{mark.label}]")
        return mark.name, mark.label
    if len(found.targets) != 1:
        raise RefusedError(
            "there are several such paragraphs" if found.targets else "there is none"
        )
    (one,) = found.targets
    span = found.mention.span if found.mention else one.value
    place = written(analysis.source, span)
    if place is None or written(analysis.source, one.value) is None:
        raise RefusedError(f"the number of {one.node.locator} {UNWRITTEN}")
    if one.added:
        raise RefusedError(f"{one.marker.text} goes with the paragraph before it")
    if not counts(beside(analysis, one)):
        raise RefusedError(f"{one.marker.text} is neither a number nor a letter")
    return place, one.marker.value


def _renumbered(analysis: Analysis, one: Counted, name: str) -> list[tuple[Raw, str]]:
    siblings = beside(analysis, one)
    at = next(i for i, each in enumerate(siblings) if each.node is one.node)
    kind = counts(siblings)
    wanted = name.strip(_AROUND)
    number = ordinal(wanted.lower(), kind)
    if not number:
        raise RefusedError(f"“{name}” is not {_KINDS[kind]}")
    before = [ordinal(each.marker.value, kind) or 0 for each in siblings[:at]]
    if before and number <= max(before):
        last = siblings[before.index(max(before))]
        least = numbered(max(before) + 1, kind, one.marker.value)
        raise RefusedError(
            f"{last.marker.text} stands before it: the lowest it can become is {least}"
        )
    return edited(analysis, following(siblings, kind, number, at))


def _relabelled(
    analysis: Analysis, mark: Indicator, name: str
) -> list[tuple[Raw, str]]:
    assert analysis.source is not None
    wanted = name.strip().removeprefix("[").removesuffix("]").removeprefix("^")
    if not _LABEL.fullmatch(wanted):
        raise RefusedError(f"“{name}” cannot be the label of a note")
    if wanted == mark.label:
        return []
    if any(each.label == wanted for each in indicators(analysis.source)):
        raise RefusedError(f"there is a note {wanted} already")
    here = _marked(analysis, mark)
    return sorted((each.name, wanted) for each in here)


def _marked(analysis: Analysis, mark: Indicator) -> list[Indicator]:
    """Return all indicators of a note; none if one of them is not ``[^label]``."""
    assert analysis.source is not None
    raw = analysis.source.raw
    found = [each for each in indicators(analysis.source) if each.label == mark.label]
    calls = sum(call.label == mark.label for call in analysis.source.calls)
    plain = all(raw[each.start : each.end] == f"[^{mark.label}]" for each in found)
    notes = sum(each.note for each in found)
    return found if plain and len(found) - notes == calls and notes == 1 else []


def _change(analysis: Analysis, made: list[tuple[Raw, str]]) -> types.WorkspaceEdit:
    return workspace_edit(
        analysis,
        [types.TextEdit(analysis.text.range(*place), text) for place, text in made],
    )
