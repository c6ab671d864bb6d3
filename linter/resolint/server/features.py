"""What the server answers about a draft: a method, its options, and what answers.

Each answer is a function of an analysis and of the parameters of the request.
"""

from collections.abc import Callable
from typing import Any

from lsprotocol import types

from resolint.server import references, renaming, tokens
from resolint.server.actions import FIX_ALL, KINDS, actions
from resolint.server.actions import resolved as fixed
from resolint.server.analysis import Analysis
from resolint.server.completion import OPTIONS, completion
from resolint.server.folding import folding
from resolint.server.hover import hover
from resolint.server.lens import lenses
from resolint.server.links import links
from resolint.server.outline import outline
from resolint.server.renewing import RENEW, renewals, renewed
from resolint.server.selecting import selections

Answer = Callable[[Analysis, Any], Any]


def _actions(
    analysis: Analysis, params: types.CodeActionParams
) -> list[types.CodeAction]:
    return [*actions(analysis, params), *renewals(analysis, params)]


def resolved(analysis: Analysis, action: types.CodeAction) -> types.CodeAction:
    """Return an action with the edit that it makes."""
    made = {FIX_ALL: fixed, RENEW: renewed}.get(str(action.kind))
    return made(analysis, action) if made else action


FEATURES: tuple[tuple[str, Any, Answer], ...] = (
    (
        types.TEXT_DOCUMENT_CODE_ACTION,
        types.CodeActionOptions((*KINDS, RENEW), resolve_provider=True),
        _actions,
    ),
    (types.TEXT_DOCUMENT_HOVER, types.HoverOptions(), hover),
    (types.TEXT_DOCUMENT_COMPLETION, OPTIONS, completion),
    (types.TEXT_DOCUMENT_DOCUMENT_LINK, types.DocumentLinkOptions(), links),
    (types.TEXT_DOCUMENT_DOCUMENT_SYMBOL, None, outline),
    (types.TEXT_DOCUMENT_FOLDING_RANGE, None, folding),
    (types.TEXT_DOCUMENT_SELECTION_RANGE, None, selections),
    (types.TEXT_DOCUMENT_DEFINITION, None, references.definition),
    (types.TEXT_DOCUMENT_REFERENCES, None, references.references),
    (types.TEXT_DOCUMENT_DOCUMENT_HIGHLIGHT, None, references.highlights),
    (types.TEXT_DOCUMENT_PREPARE_RENAME, None, renaming.prepare),
    (types.TEXT_DOCUMENT_RENAME, None, renaming.rename),
    (types.TEXT_DOCUMENT_CODE_LENS, None, lenses),
    (types.TEXT_DOCUMENT_SEMANTIC_TOKENS_FULL, tokens.LEGEND, tokens.tokens),
    (types.TEXT_DOCUMENT_SEMANTIC_TOKENS_FULL_DELTA, None, tokens.tokens_since),
    (types.TEXT_DOCUMENT_SEMANTIC_TOKENS_RANGE, None, tokens.tokens_within),
)
"""All that is answered, but for diagnostics."""
