"""The documents of the output, and the table of contents."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from resolint.diagnostic import Severity
from resolint.grammar.space import plain
from resolint.render.html.escaping import shown
from resolint.render.html.sheet import Sheet
from resolint.render.places import relative
from resolint.render.report import Layout, Report

_COUNTED = (
    (Severity.ERROR, "error"),
    (Severity.WARNING, "warning"),
    (Severity.INFO, "hint"),
)
_OPEN = 20
"""With more documents the table of contents is closed at first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A document of the output, and what the table of contents says of it."""

    index: int
    """Which it is, from 1."""
    name: str
    """Of its file, as seen from where we are."""
    title: str
    html: str
    severities: Counter[Severity]
    codes: Counter[str]


def documents(reports: Iterable[Report], layout: Layout) -> list[Document]:
    """Return the documents; their findings are numbered through."""
    made: list[Document] = []
    number = 1
    for index, report in enumerate(reports, 1):
        made.append(_document(report, index, number, layout))
        number += len(report.found)
    return made


def _document(report: Report, index: int, first: int, layout: Layout) -> Document:
    severities = Counter(each.severity for each in report.found)
    name = relative(report.source.name)
    html = (
        f'<article class="document{"" if report.found else " clean"}" '
        f'id="document-{index}" aria-labelledby="document-{index}-name">\n'
        f'<header class="file"><h2 id="document-{index}-name">{shown(name)}</h2> '
        f'<p class="tally">{tally(severities)}</p></header>\n'
        f"{Sheet(report, index, first, layout).html()}</article>\n"
    )
    return Document(
        index=index,
        name=name,
        title=_title(report),
        html=html,
        severities=severities,
        codes=Counter(each.code for each in report.found),
    )


def _title(report: Report) -> str:
    document = report.resolution
    titles = (each.title for each in (document, *document.parts))
    title = next((each for each in titles if each is not None), None)
    if title is None:
        return document.masthead.value("symbol")
    return plain(report.source[title.content])


def tally(severities: Counter[Severity]) -> str:
    """Return how many findings there are, in words."""
    return (
        ", ".join(
            f"{count} {word}{'' if count == 1 else 's'}"
            for severity, word in _COUNTED
            if (count := severities[severity])
        )
        or "Nothing found"
    )


def contents(made: Sequence[Document]) -> str:
    """Return the table of contents; nothing for one document."""
    if len(made) < 2:
        return ""
    rows = "".join(
        f'<tr><td><a href="#document-{each.index}">{shown(each.name)}</a></td>'
        f"<td>{shown(each.title)}</td>"
        f'<td class="tally">{tally(each.severities)}</td></tr>\n'
        for each in made
    )
    opened = " open" if len(made) <= _OPEN else ""
    return (
        f'<nav class="contents" aria-label="Documents"><details{opened}>'
        f"<summary>{len(made)} documents</summary>\n<table>\n"
        "<thead><tr><th>File</th><th>Title</th><th>Findings</th></tr></thead>\n"
        f"<tbody>\n{rows}</tbody></table></details></nav>\n"
    )
