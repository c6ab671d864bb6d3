"""PDF files as issued: what a person sees who prints one, as a source.

Lines are joined to paragraphs by how they are set; running heads, page and job numbers
are left out; notes stand behind the text.
"""

from resolint.readers.errors import UnreadableError
from resolint.readers.pdf import foot, furniture
from resolint.readers.pdf.joining import Compounds
from resolint.readers.pdf.lines import Line, lines
from resolint.readers.pdf.masthead import masthead
from resolint.readers.pdf.pages import pages_of
from resolint.readers.pdf.paragraphs import Paragraph, paragraphs
from resolint.readers.pdf.setting import Setting
from resolint.readers.pdf.writing import Writing
from resolint.readers.plain.marks import RULE
from resolint.text import Shows, Source, Style

__all__ = ["read"]


def read(data: bytes, name: str) -> Source:
    """Return the source that a PDF file is."""
    found = pages_of(data)
    printed = [lines(page.runs) for page in found]
    if not any(printed):
        raise UnreadableError("this PDF file has no text: it may be a scan")
    printed = furniture.without(printed, [page.height for page in found])
    how = Setting.of(printed, found[0].width)
    notes: list[foot.Note] = []
    content: list[list[Line]] = []
    for page, whole in zip(printed, found, strict=True):
        end = foot.cut(page, whole.rules, how.size, bool(notes))
        foot.add(notes, page[end:])
        content.append([line for line in page[:end] if not RULE.match(line.text)])
    head, length = masthead(content[0], how)
    content[0] = content[0][length:]
    body = [*head, *paragraphs(content, how)]
    body += (Paragraph(note.lines, Style.NOTE, note.label) for note in notes)
    writing = Writing(
        labels={note.label for note in notes},
        compounds=Compounds.of(line for each in body for line in each.lines),
    )
    for paragraph in body:
        writing.write(paragraph)
    return writing.assembly.source(name, None, Shows.ITALICS, Shows.NOTES, format="pdf")
