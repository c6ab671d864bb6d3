"""Document symbols in a line."""

from collections.abc import Iterator

from resolint.document import Symbol
from resolint.grammar.symbol_places import places
from resolint.grammar.symbols import is_symbol
from resolint.inline.line import Line


def read_symbols(line: Line) -> Iterator[tuple[int, Symbol]]:
    """Yield the document symbols in a line, each with where it begins in it."""
    for start, end in places(line.text):
        text = line.text[start:end]
        valid = is_symbol(text)
        yield start, Symbol(span=line.span(start, end), text=text, valid=valid)
