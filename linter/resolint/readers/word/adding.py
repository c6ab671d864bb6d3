"""A part added to a Word file, so that the document and all programs know of it."""

import posixpath

from lxml import etree
from lxml.etree import SubElement, _Element

from resolint.readers.word.places import Places, serialised

_TYPES = "[Content_Types].xml"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


def added(
    places: Places, path: str, root: _Element, *, content: str, link: str
) -> dict[str, bytes]:
    """Return the parts to add so that there is a new one at a path.

    ``content`` is what kind of part it is, ``link`` what it is to the document; empty
    if the document names it already.
    """
    parts = {path: serialised(root)}
    if link:
        parts |= _related(places, path, link)
    types = places.package.part(_TYPES)
    name = f"/{path}"
    if types is not None and all(each.get("PartName") != name for each in types):
        each = SubElement(types, f"{types.tag.rpartition('}')[0]}}}Override")
        each.set("PartName", name)
        each.set("ContentType", content)
        places.changed.add(types)
    return parts


def _related(places: Places, path: str, link: str) -> dict[str, bytes]:
    """Say in the document's relations that there is a part; return them if new."""
    above, _ = places.package.main()
    folder, base = posixpath.split(above)
    relations = posixpath.join(folder, "_rels", f"{base}.rels")
    known = places.package.part(relations)
    root = known
    if root is None:
        spaces: dict[str | None, str] = {None: _RELATIONS}
        root = etree.Element(
            f"{{{_RELATIONS}}}Relationships",
            nsmap=spaces,  # type: ignore[arg-type]
        )
    names = {each.get("Id") for each in root}
    free = (f"rId{number}" for number in range(1, len(names) + 2))
    each = SubElement(root, f"{{{_RELATIONS}}}Relationship")
    each.set("Id", next(name for name in free if name not in names))
    each.set("Type", link)
    each.set("Target", posixpath.relpath(path, folder or "."))
    if known is None:
        return {relations: serialised(root)}
    places.changed.add(known)
    return {}
