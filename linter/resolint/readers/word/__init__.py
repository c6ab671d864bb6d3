"""Word files (.docx): what a person sees who opens one, as a source.

Tracked changes are read as accepted; hidden text, footers and page
numbers are left out.
"""

from collections.abc import Iterable

from lxml.etree import _Element

from resolint.readers.errors import UnreadableError
from resolint.readers.word.lines import Atom, Line, Run, words
from resolint.readers.word.masthead import headers, masthead, sections
from resolint.readers.word.names import child, kind, value
from resolint.readers.word.notes import Notes, notes
from resolint.readers.word.numbering import numbering
from resolint.readers.word.package import Package, opened
from resolint.readers.word.runs import Shared
from resolint.readers.word.stories import body, joined, story
from resolint.readers.word.styles import Look, styles
from resolint.readers.word.writing import Writing
from resolint.text import Shows, Source, Style

__all__ = ["read"]


def read(data: bytes, name: str) -> Source:
    """Return the source that a Word file is; raise `UnreadableError` if it is none."""
    try:
        return _read(opened(data, name))
    except (RecursionError, MemoryError):
        raise UnreadableError(f"{name} cannot be read: it is too complex") from None


def _read(package: Package) -> Source:
    path, root = package.main()
    content = child(root, "body")
    if content is None:
        raise UnreadableError(f"{package.name} is damaged: its document has no body")
    settings = package.companion(path, "settings")
    known = styles(package.companion(path, "styles"))
    parts = sections(content)
    shared = Shared(
        styles=known,
        numbering=numbering(package.companion(path, "numbering"), known),
        footnotes=notes(
            package.companion(path, "footnotes"), "footnote", settings, parts
        ),
        endnotes=notes(package.companion(path, "endnotes"), "endnote", settings, parts),
    )
    front, text = body(content, shared)
    related = package.related(path)
    heads = [
        story(head, shared, header=True)
        for each in headers(parts, settings)
        if each in related and (head := package.part(related[each].path)) is not None
    ]
    writing = Writing()
    for line in [
        *masthead(heads, front, text),
        *text,
        *_notes(shared.footnotes, shared),
        *_notes(shared.endnotes, shared),
    ]:
        writing.write(line)
    said = _comments(package.companion(path, "comments"), shared)
    writing.assembly.remarks += sorted(
        (span, said[each]) for each, span in writing.spans().items() if each in said
    )
    return writing.assembly.source(
        package.name, None, Shows.ITALICS, Shows.NOTES, format="docx"
    )


def _notes(called: Notes, shared: Shared) -> Iterable[Line]:
    """Return one line a note, in the order of their numbers."""
    done: set[str] = set()
    # a note may itself call another
    while todo := [each for each in called.called if each not in done]:
        for name in todo:
            done.add(name)
            element, label = called.elements.get(name), called.called[name]
            if element is not None:
                lines = story(element, shared)
                if name in called.typed:
                    lines = _without(lines, label)
                yield _one(lines, label)


def _one(lines: Iterable[Line], label: str) -> Line:
    """Return a note as one line, whatever paragraphs it has."""
    atoms: list[Atom] = []
    for each in lines:
        if words(atoms).strip() and each.text.strip():
            last = next(run for run in each.atoms if isinstance(run, Run))
            atoms.append(last._replace(text=" ", look=Look()))
        number = each.mark.text + each.mark.suffix if each.mark.text else ""
        run = next((run for run in each.atoms if isinstance(run, Run)), None)
        if number and run:
            atoms.append(run._replace(text=number, look=Look()))
        atoms += each.atoms
    return Line(atoms=atoms, style=Style.NOTE, label=label)


def _without(lines: list[Line], label: str) -> list[Line]:
    """Return the lines of a note without the label typed at their start."""
    for place, atom in enumerate(lines[0].atoms if lines else ()):
        if isinstance(atom, Run) and (text := atom.text.lstrip()):
            if text.startswith(label):
                lines[0].atoms[place] = atom._replace(text=text[len(label) :])
            break
    return lines


def _comments(root: _Element | None, shared: Shared) -> dict[str, str]:
    """Return the words of each comment."""
    return {
        value(each, "id") or "": joined(story(each, shared), "\n")
        for each in ([] if root is None else root)
        if kind(each) == "comment"
    }
