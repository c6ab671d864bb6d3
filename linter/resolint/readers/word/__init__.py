"""Word files (.docx): what a person sees who opens one, as a source.

Tracked changes are read as accepted, unless another view of them is asked for; hidden
text, footers and page numbers are left out.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from lxml.etree import _Element

from resolint.readers.errors import UnreadableError
from resolint.readers.word.comments import remarks
from resolint.readers.word.lines import Atom, Line, Run, words
from resolint.readers.word.masthead import headers, masthead, sections
from resolint.readers.word.names import child
from resolint.readers.word.notes import Notes, notes
from resolint.readers.word.numbering import numbering
from resolint.readers.word.package import Package, opened
from resolint.readers.word.runs import Shared
from resolint.readers.word.stories import body, story
from resolint.readers.word.styles import Look, styles
from resolint.readers.word.writing import Writing
from resolint.text import Shows, Source, Style, View

__all__ = ["read"]


def read(data: bytes, name: str, view: View = View.FINAL) -> Source:
    """Return the source that a Word file is; raise `UnreadableError` if it is none."""
    try:
        package = opened(data, name, view)
        source = laid_out(package).assembly.source(
            package.name, None, Shows.ITALICS, Shows.NOTES, format="docx"
        )
        return replace(source, view=view, tracked=package.tracked)
    except (RecursionError, MemoryError):
        raise UnreadableError(f"{name} cannot be read: it is too complex") from None


def laid_out(package: Package) -> Writing:
    """Return the text of a Word file, and where each of it stands."""
    path, root = package.main()
    content = child(root, "body")
    if content is None:
        raise UnreadableError(f"{package.name} is damaged: its document has no body")
    settings = package.companion(path, "settings")
    known = styles(package.companion(path, "styles"))
    parts = sections(content)
    noted = {each: package.companion(path, each) for each in ("footnotes", "endnotes")}
    paragraphs = _named({"document": root, **noted})
    shared = Shared(
        styles=known,
        numbering=numbering(package.companion(path, "numbering"), known),
        footnotes=notes(noted["footnotes"], "footnote", settings, parts),
        endnotes=notes(noted["endnotes"], "endnote", settings, parts),
        paragraphs=paragraphs,
    )
    front, text = body(content, shared)
    related = package.related(path)
    heads = []
    for each in headers(parts, settings):
        head = package.part(related[each].path) if each in related else None
        if head is not None:
            paragraphs |= _named({related[each].path: head})
            heads.append(story(head, shared, header=True))
    writing = Writing()
    for line in [
        *masthead(heads, front, text),
        *text,
        *_notes(shared.footnotes, shared),
        *_notes(shared.endnotes, shared),
    ]:
        writing.write(line)
    writing.assembly.remarks += remarks(
        package.companion(path, "comments"),
        package.companion(path, "commentsExtended"),
        writing.spans(),
        shared,
    )
    return writing


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


def _one(lines: list[Line], label: str) -> Line:
    """Return a note as one line, whatever paragraphs it has."""
    atoms: list[Atom] = []
    for each in lines:
        if words(atoms).strip() and each.text.strip():
            last = next(run for run in each.atoms if isinstance(run, Run))
            atoms.append(last._replace(text=" ", look=Look(), at=None))
        number = each.mark.text + each.mark.suffix if each.mark.text else ""
        run = next((run for run in each.atoms if isinstance(run, Run)), None)
        if number and run:
            atoms.append(run._replace(text=number, look=Look(), at=None))
        atoms += each.atoms
    made_of = tuple(name for each in lines for name in each.made_of)
    return Line(atoms=atoms, style=Style.NOTE, label=label, made_of=made_of)


def _without(lines: list[Line], label: str) -> list[Line]:
    """Return the lines of a note without the label typed at their start."""
    for place, atom in enumerate(lines[0].atoms if lines else ()):
        if isinstance(atom, Run) and (text := atom.text.lstrip()):
            if text.startswith(label):
                start = len(atom.text) - len(text) + len(label)
                lines[0].atoms[place] = atom.within(start)
            break
    return lines


def _named(parts: Mapping[str, _Element | None]) -> dict[_Element, str]:
    """Return a name for each paragraph of some parts: the part, and which it is."""
    return {
        each: f"{name} {index}"
        for name, root in parts.items()
        if root is not None
        for index, each in enumerate(root.iter("{*}p"), 1)
    }
