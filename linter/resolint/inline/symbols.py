"""Document symbols in a line."""

from collections.abc import Iterator

from resolint.document import Symbol
from resolint.grammar import symbols
from resolint.inline.line import Line


def read_symbols(line: Line) -> Iterator[tuple[int, Symbol]]:
    """Yield the document symbols in a line, each with where it begins in it."""
    for start, end in symbols.places(line.text):
        text = line.text[start:end]
        valid = symbols.is_symbol(text)
        yield start, Symbol(span=line.span(start, end), text=text, valid=valid)
