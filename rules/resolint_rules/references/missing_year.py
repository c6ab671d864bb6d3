"""Resolutions of the Security Council without a year."""

from collections.abc import Iterator
from types import MappingProxyType
from typing import NamedTuple

from resolint import (
    Citation,
    Diagnostic,
    Edit,
    Fix,
    Organ,
    Passage,
    Profile,
    Resolution,
    Rule,
    Safety,
    Severity,
    Span,
)
from resolint.adoption import number
from resolint.regex import regex
from resolint.tables import months
from resolint_rules.metadata.tables import council_year
from resolint_rules.references.council import citations, council_number, passages
from resolint_rules.references.mixed import is_bare, mixed

_SLASH = regex(r"\d{3,4}/(?:19|20)\d\d")
_FIGURES = regex(r"\d+")
_DATED = regex(
    r"resolution(?<=\bresolution)[ \u00a0](\d{4}),?[ \u00a0](?:of|adopted on)"
    rf"[ \u00a0]\d{{1,2}}[ \u00a0](?:{'|'.join(months())})[ \u00a0](\d{{4}})\b"
)
_JOIN = regex(r"[,\s]*(?:and|or)?[,\s]*")
_SURE = 100
"""Other bodies have not adopted so many resolutions."""


class _Bare(NamedTuple):
    """A number without its year."""

    passage: Passage
    span: Span
    year: int
    """Nought where it is unknown."""
    quiet: bool


class MissingYear(Rule[Resolution]):
    """A resolution of the Security Council without its year in parentheses."""

    code = "REF007"
    name = "missing-year"
    severities = MappingProxyType({Profile.SC: Severity.INFO})

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want “resolution 1325 (2000)”."""
        cited = [(*each, _year(each[1])) for each in citations(node)]
        alone = sum(year is not None for _, _, year in cited) == 1
        said: set[str] = set()
        lists: list[list[_Bare]] = []
        # Of lists in which others have their year another rule speaks, SCR007.
        council = node.organ is Organ.SC
        rows = mixed(node) if council else ()
        listed = {each.span for row in rows for _, each in row if is_bare(each)}
        for passage, each, year in cited:
            figures = _FIGURES.match(each.number)
            count = figures[0] if figures else ""
            # The Council's own heading is the business of SCR001.
            headed = council and _is_heading(passage, each, node)
            if year is not None and each.span not in listed and not headed:
                # The Council often leaves out the year once it has been given.
                short = node.organ is Organ.SC and each.number == count
                quiet = short and not alone and (bool(each.day) or count in said)
                bare = _Bare(passage, each.span, year, quiet)
                if lists and _goes_on(lists[-1][-1], bare, node):
                    lists[-1].append(bare)
                else:
                    lists.append([bare])
            said.add(count)
        for row in lists:
            yield self._wrong(row, node)
        if node.organ is not Organ.SC and _DATED.search(node.source.text):
            for passage in passages(node):
                for span, known in _dated(passage, node):
                    yield self._wrong([_Bare(passage, span, known, False)], node)

    def _wrong(self, row: list[_Bare], within: Resolution) -> Diagnostic:
        """Return one finding for a list of numbers, with an edit for each."""
        there = [within.source[each.span] for each in row]
        right = [_right(each, text) for each, text in zip(row, there, strict=True)]
        span = Span(row[0].span.start, row[-1].span.end)
        severity = Severity.INFO if all(each.quiet for each in row) else None
        where = row[0].passage.locator
        if None in right:
            return self.at(
                span,
                f"Security Council resolution {there[0]} in {where} should be "
                f"followed by its year in parentheses",
                severity=severity,
            )
        known = [text for text in right if text is not None]
        sure = all(int(_FIGURES.findall(text)[0]) >= _SURE for text in there)
        word = "resolution" if len(row) == 1 else "resolutions"
        return self.at(
            span,
            f"the Security Council {word} in {where} should be written "
            f"{_listed(known)}, not {_listed(there)}",
            Fix(
                f"Write “{_listed(known)}”",
                tuple(
                    Edit(each.span, text) for each, text in zip(row, known, strict=True)
                ),
                Safety.SAFE if sure else Safety.UNSAFE,
            ),
            severity=severity,
        )


def _goes_on(last: _Bare, bare: _Bare, within: Resolution) -> bool:
    """Whether two numbers stand side by side in one list."""
    between = within.source.text[last.span.end : bare.span.start]
    same = last.passage is bare.passage and last.quiet is bare.quiet
    return same and bool(last.year and bare.year) and bool(_JOIN.fullmatch(between))


def _is_heading(passage: Passage, cited: Citation, within: Resolution) -> bool:
    """Whether a line is a number of a resolution and nothing else."""
    line = " ".join(within.source[passage.span].split()).lower()
    return line == f"resolution {cited.number}"


def _right(bare: _Bare, there: str) -> str | None:
    """Return a number with its year; None where either is unknown."""
    figures = _FIGURES.match(there)
    return f"{figures[0]} ({bare.year})" if figures and bare.year else None


def _listed(texts: list[str]) -> str:
    """Return texts as people list them."""
    if len(texts) < 2:
        return "".join(texts)
    return f"{', '.join(texts[:-1])} and {texts[-1]}"


def _dated(passage: Passage, within: Resolution) -> Iterator[tuple[Span, int]]:
    """Yield numbers whose date tells that they are the Security Council's."""
    taken: set[int] | None = None
    for found in _DATED.finditer(within.source[passage.content]):
        if taken is None:
            taken = {cited.span.start for cited in passage.citations}
        span = Span(*found.span(1)).shift(passage.content.start)
        year = int(found[2])
        # No other body has come so far, and in that very year.
        if span.start not in taken and council_year(int(found[1])) == year:
            yield span, year


def _year(cited: Citation) -> int | None:
    """Return the year that a citation lacks, 0 if it is unknown; None if it has it."""
    if found := council_number(cited):
        if found.shape == "figures":
            return council_year(found.number) or 0
        return _slashed(cited) if found.shape == "session" else None
    return _slashed(cited) if cited.organ is None and not cited.body else None


def _slashed(cited: Citation) -> int | None:
    """Return the year of ``1325/2000``; None where the number is not of that year."""
    if cited.kind != "resolution" or not _SLASH.fullmatch(cited.number):
        return None
    found = number(cited.number)
    known = council_year(found.session)
    return known if known == found.number else None
