"""Where the date of a line stands."""

from resolint import Day, Field, Span


def date_span(line: Field) -> Span:
    """Return where the last date of a line stands; the line where it has none."""
    days = [node.span for node in line.inline if isinstance(node, Day)]
    return days[-1] if days else line.span
