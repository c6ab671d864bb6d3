"""Document links: where the United Nations shows what a draft cites.

Addresses are only written: nothing is fetched.
"""

from lsprotocol import types

from resolint.document import Citation, Node, Symbol
from resolint.server.analysis import Analysis
from resolint.symbol import explained
from resolint.symbol.acts import act_of
from resolint.text import Span


def links(
    analysis: Analysis, params: types.DocumentLinkParams
) -> list[types.DocumentLink]:
    """Return a link for each symbol, and for each number whose organ is certain."""
    if analysis.resolution is None:
        return []
    asks = analysis.analyst.capabilities.text_document
    tips = bool(asks and asks.document_link and asks.document_link.tooltip_support)
    found: dict[Span, types.DocumentLink] = {}
    for node in analysis.resolution.walk():
        symbol = _symbol(node)
        meant = explained(symbol) if symbol else None
        # Of a series that is nobody's in particular nobody knows where it is shown.
        if meant is None or not (meant.valid and meant.organ and meant.url):
            continue
        act = act_of(symbol)
        said = str(act) if act else f"{symbol}: {meant.kind}, {meant.organ}"
        area = analysis.range(node.span)
        made = types.DocumentLink(area, meant.url, said if tips else None)
        found.setdefault(node.span, made)
    return [found[span] for span in sorted(found)]


def _symbol(node: Node) -> str:
    match node:
        case Symbol(valid=True):
            return node.text
        case Citation(symbol=str(symbol)):
            return symbol
    return ""
