"""A draft as a Word file: styles, automatic numbers, real footnotes."""

import zipfile
from functools import cache
from importlib.resources import files
from io import BytesIO

from lxml import etree

from resolint.document import Resolution
from resolint.render.word.body import Body

_PARTS = {
    "[Content_Types].xml": "content_types.xml",
    "_rels/.rels": "package_relations.xml",
    "word/document.xml": "document.xml",
    "word/_rels/document.xml.rels": "document_relations.xml",
    "word/styles.xml": "styles.xml",
    "word/numbering.xml": "numbering.xml",
    "word/settings.xml": "settings.xml",
    "word/footnotes.xml": "footnotes.xml",
    "word/footer.xml": "footer.xml",
}
"""The parts of the file, and the resource that each begins as."""
_DAY = (1980, 1, 1, 0, 0, 0)
"""When all parts were made, for the file to be the same each time."""


def as_word(resolution: Resolution) -> bytes:
    """Return a draft as a Word file, the same bytes each time."""
    parts = {name: _resource(resource) for name, resource in _PARTS.items()}
    document = etree.fromstring(parts["word/document.xml"])
    footnotes = etree.fromstring(parts["word/footnotes.xml"])
    Body(resolution, footnotes).write(document[0])
    parts["word/document.xml"] = _bytes(document)
    parts["word/footnotes.xml"] = _bytes(footnotes)
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, data in parts.items():
            entry = zipfile.ZipInfo(name, _DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            archive.writestr(entry, data)
    return made.getvalue()


@cache
def _resource(name: str) -> bytes:
    return files("resolint").joinpath("data", "templates", "word", name).read_bytes()


def _bytes(root: etree._Element) -> bytes:
    data: bytes = etree.tostring(
        root, xml_declaration=True, encoding="UTF-8", standalone=True
    )
    return data
