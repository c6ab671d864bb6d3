"""The grammar as railroad diagrams, for people.

python -m benchmarks.rails [FILE]      needs the extra: pip install 'resolint[rails]'
"""

import sys
from collections.abc import Sequence
from pathlib import Path

from pyparsing import ParserElement

from resolint.grammar.citations import citations
from resolint.grammar.dates import date
from resolint.grammar.lines import line
from resolint.grammar.masthead import closing_line, heading_line
from resolint.grammar.notes import official_record, treaty_series
from resolint.grammar.outline import document
from resolint.grammar.references import reference
from resolint.grammar.sessions import sessions
from resolint.grammar.symbols import single

EXPRESSIONS: dict[str, ParserElement] = {
    "document": document,
    "line": line,
    "masthead": heading_line,
    "closing": closing_line,
    "symbol": single,
    "citations": citations,
    "date": date,
    "sessions": sessions,
    "reference": reference,
    "official-record": official_record,
    "treaty-series": treaty_series,
}


def drawn(expression: ParserElement) -> str:
    """Return the diagrams of an expression as a page."""
    from io import StringIO

    page = StringIO()
    expression.create_diagram(page, vertical=4, show_results_names=True)
    return page.getvalue()


def main(arguments: Sequence[str]) -> int:
    """Write one page for each expression, into a folder."""
    folder = Path(arguments[0] if arguments else "build/rails")
    folder.mkdir(parents=True, exist_ok=True)
    for name, expression in EXPRESSIONS.items():
        file = folder / f"{name}.html"
        try:
            file.write_text(drawn(expression), "utf-8")
        except ImportError:
            print("Diagrams need more: pip install 'resolint[rails]'", file=sys.stderr)
            return 2
        print(file)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
