"""What is told of one finding: its number in the run, its place, and its card."""

from collections.abc import Iterator
from dataclasses import dataclass

from resolint.diagnostic import Diagnostic, Edit, Severity
from resolint.render.full import remedy
from resolint.render.html.escaping import quoted, shown
from resolint.render.report import Layout
from resolint.text import Source

WORDS = {Severity.ERROR: "Error", Severity.WARNING: "Warning", Severity.INFO: "Hint"}
"""What a severity is called."""

_EDITS = 4
"""Of a fix with more edits, those beyond are counted only."""
_LONGEST = 60
"""How much is shown of what an edit takes out, and of what it writes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A finding, and what it is known by in the whole of the output."""

    number: int
    diagnostic: Diagnostic
    where: str
    """In the words of a drafter: ``paragraph 3 (b)``."""
    place: str
    """Row and column in the file; empty where its rows are nothing that one sees."""
    anchors: tuple[str, ...] = ()
    """Of each note of the finding, the anchor of the line that it is about."""

    @property
    def says(self) -> str:
        """What is heard of it where it is marked."""
        kind = WORDS[self.diagnostic.severity].lower()
        return f"{kind} {self.number}: {self.diagnostic.message}"


def card(finding: Finding, source: Source, layout: Layout) -> str:
    """Return a finding as it stands in the margin."""
    return "".join(_card(finding, source, layout))


def _card(finding: Finding, source: Source, layout: Layout) -> Iterator[str]:
    found, number = finding.diagnostic, finding.number
    code, kind = shown(found.code), found.severity
    name = layout.name(found.code)
    named = f" {shown(name)}" if name != found.code else ""
    place = f' <span class="place">{finding.place}</span>' if finding.place else ""
    yield (
        f'<li class="finding {kind}" id="finding-{number}" tabindex="-1" '
        f'data-severity="{kind}" data-family={quoted(found.code[:3])}>'
        f'<p class="head"><a class="badge {kind}" href="#mark-{number}" '
        f'aria-label="Finding {number}: to its place in the text">{number}</a> '
        f'<span class="severity">{WORDS[kind]}</span> '
        f'<a class="rule" href={quoted(f"#rule-{found.code}")}>'
        f"<b>{code}</b>{named}</a>{place}</p>"
        f'<p class="message">{shown(found.message)}</p>'
    )
    if found.fix is not None:
        yield f'<p class="fix">{shown(remedy(found.fix))}'
        yield from _changes(found.fix.edits, source)
        yield "</p>"
    for note, anchor in zip(found.notes, finding.anchors, strict=True):
        yield (
            f'<p class="related"><a href={quoted(f"#{anchor}")}>'
            f"{shown(note.message)}</a></p>"
        )
    # Most messages name the paragraph.
    if finding.where.lower() not in found.message.lower():
        yield f'<p class="where">{shown(finding.where)}</p>'
    yield "</li>\n"


def _changes(edits: tuple[Edit, ...], source: Source) -> Iterator[str]:
    """Yield what the edits of a fix take out, and what they write."""
    yield ' <span class="changes">'
    for edit in edits[:_EDITS]:
        yield f'<span class="change">{"".join(_change(edit, source))}</span> '
    if len(edits) > _EDITS:
        yield f"and {len(edits) - _EDITS} more "
    yield "</span>"


def _change(edit: Edit, source: Source) -> Iterator[str]:
    before = source[edit.span]
    if edit.text is not None and before:
        yield f"<del>{_short(before)}</del>"
        yield " → " if edit.text else ""
    after = before if edit.text is None else edit.text
    if after:
        words = _short(after)
        yield f"<ins>{f'<i>{words}</i>' if edit.italic else words}</ins>"


def _short(text: str) -> str:
    if len(text) <= _LONGEST:
        return shown(text)
    half = _LONGEST // 2
    return shown(f"{text[:half].rstrip()} … {text[-half:].lstrip()}")
