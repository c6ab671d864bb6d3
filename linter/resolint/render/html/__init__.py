"""Findings as one HTML file: each draft as the UN prints it, with notes in its margin.

It needs nothing but itself: no network, and no script to be read. Findings are numbered
through, and stand beside the line that each begins on.
"""

from collections.abc import Iterable, Iterator

from resolint.render.html.documents import documents
from resolint.render.html.shell import closing, opening
from resolint.render.report import Layout, Report


def render(reports: Iterable[Report], layout: Layout) -> Iterator[str]:
    """Yield one file for all documents; its head counts what is in all of them."""
    made = documents(reports, layout)
    yield opening(made, layout)
    for each in made:
        yield each.html
    yield closing(made, layout)
