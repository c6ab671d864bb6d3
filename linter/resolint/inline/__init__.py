"""What a line cites: the only place where results of the grammar become nodes."""

from resolint.document import Node, OfficialRecord, Organ
from resolint.inline.citations import read_citations
from resolint.inline.days import read_days
from resolint.inline.line import read_line
from resolint.inline.records import read_records
from resolint.inline.references import read_references, read_sessions
from resolint.inline.symbols import read_symbols
from resolint.text import Span


def read_inline(text: str, span: Span, organ: Organ | None) -> tuple[Node, ...]:
    """Return all that a part of a text cites, in the order of the text.

    ``organ`` is the organ whose text it is: what *its resolution* means.
    """
    line = read_line(text, span)
    symbols = dict(read_symbols(line))
    days = dict(read_days(line))
    records = list(read_records(line, symbols))
    within = [node.span for node in records if isinstance(node, OfficialRecord)]
    sessions = (
        node
        for node in read_sessions(line)
        if not any(node.span in record for record in within)
    )
    found: list[Node] = [
        *symbols.values(),
        *days.values(),
        *read_citations(line, organ, days),
        *records,
        *sessions,
        *read_references(line),
    ]
    return tuple(sorted(found, key=lambda node: node.span))
