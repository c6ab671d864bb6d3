"""The file as a package: parts, relationships, and how large they may be."""

import posixpath
import re
import struct
import zipfile
import zlib
from dataclasses import dataclass, field
from io import BytesIO
from typing import NamedTuple
from urllib.parse import unquote

from lxml import etree
from lxml.etree import _Element

from resolint.readers.errors import UnreadableError
from resolint.readers.word.names import kind
from resolint.readers.word.views import changes, turn
from resolint.text import View

PART = 32 * 2**20
"""How large one part may be, in bytes unpacked."""
WHOLE = 64 * 2**20
"""How large all parts that are read may be together."""
SMALL = 4 * 2**20
"""Up to this size a part may be packed as tightly as it likes."""
RATIO = 100
"""How many times larger than packed a part above that may be."""
MARKS = 1_500_000
"""How many tags and attributes a part may have: each costs memory."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DOCTYPE = tuple("<!DOCTYPE".encode(code) for code in ("ascii", "utf-16-le"))
_OTHERS = {"workbook": "a spreadsheet", "presentation": "a presentation"}
_BROKEN = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    RuntimeError,
    ValueError,
    OverflowError,
    IndexError,
)


class Relation(NamedTuple):
    """What a part names by an identifier: a kind, and the path of another part."""

    kind: str
    path: str


@dataclass(slots=True, kw_only=True)
class Package:
    """The parts of a Word file, by their paths."""

    name: str
    archive: zipfile.ZipFile
    entries: dict[str, zipfile.ZipInfo]
    view: View = View.FINAL
    tracked: int = 0
    """How many tracked changes the parts read so far have."""
    left: int = WHOLE
    relations: dict[str, dict[str, Relation]] = field(default_factory=dict)

    def has(self, path: str) -> bool:
        """Whether there is such a part."""
        return path.lower() in self.entries

    def part(self, path: str) -> _Element | None:
        """Return the root element of a part, if there is such a part."""
        entry = self.entries.get(path.lower())
        if entry is None:
            return None
        root = self._parsed(entry)
        self.tracked += changes(root)
        turn(root, self.view)
        return root

    def related(self, path: str) -> dict[str, Relation]:
        """Return what a part names, by identifier."""
        if path not in self.relations:
            folder, base = posixpath.split(path)
            root = self.part(posixpath.join(folder, "_rels", base + ".rels"))
            found: dict[str, Relation] = {}
            for each in [] if root is None else root:
                if each.get("TargetMode") != "External":
                    kept = (each.get("Type") or "").rsplit("/", 1)[-1]
                    target = unquote(each.get("Target") or "").replace("\\", "/")
                    whole = posixpath.normpath(posixpath.join("/", folder, target))
                    found[each.get("Id") or ""] = Relation(kept, whole.lstrip("/"))
            self.relations[path] = found
        return self.relations[path]

    def companion(self, path: str, kept: str) -> _Element | None:
        """Return the part of a kind (``styles``, ``numbering``) that belongs to one."""
        for relation in self.related(path).values():
            if relation.kind == kept and self.has(relation.path):
                return self.part(relation.path)
        return None

    def main(self) -> tuple[str, _Element]:
        """Return the path of the document itself, and its root element."""
        top = self.related("").values()
        paths = [each.path for each in top if each.kind == "officeDocument"]
        path = next((each for each in paths if self.has(each)), "word/document.xml")
        root = self.part(path)
        if root is None:
            what = "its document.xml is missing" if self.word() else "it is another zip"
            raise UnreadableError(f"{self.name} is not a Word file: {what}")
        if kind(root) != "document":
            local = root.tag.rpartition("}")[2] if isinstance(root.tag, str) else ""
            what = _OTHERS.get(local, "its main part is no document")
            what = f"it is {what}" if local in _OTHERS else what
            raise UnreadableError(f"{self.name} is not a Word file: {what}")
        return path, root

    def word(self) -> bool:
        """Whether it looks like a Word file at all."""
        return any(each.startswith("word/") for each in self.entries)

    def _parsed(self, entry: zipfile.ZipInfo) -> _Element:
        data = self._unpacked(entry)
        if any(mark in data for mark in _DOCTYPE):
            raise self._damaged(f"{entry.filename} declares entities")
        if data.count(b"<") + data.count(b"=") > MARKS:
            raise self._large(entry)
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            said = re.sub(r"\s+", " ", str(error))[:120]
            raise self._damaged(f"{entry.filename}: {said}") from None
        if root.getroottree().docinfo.internalDTD is not None:
            raise self._damaged(f"{entry.filename} declares entities")
        return root

    def _unpacked(self, entry: zipfile.ZipInfo) -> bytes:
        if entry.flag_bits & 1:
            raise UnreadableError(f"{self.name} is protected by a password")
        # other methods may unpack without bound, and no writer of Word files uses them
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise self._damaged(f"{entry.filename} is packed in an unknown way")
        most = max(SMALL, min(PART, self.left, RATIO * entry.compress_size))
        most = min(most, self.left)
        try:
            with self.archive.open(entry) as opened:
                data = opened.read(most + 1)
        except (*_BROKEN, NotImplementedError) as error:
            raise self._damaged(f"{entry.filename}: {error}") from None
        if len(data) > most:
            raise self._large(entry)
        self.left -= len(data)
        return data

    def _damaged(self, why: str) -> UnreadableError:
        return UnreadableError(f"{self.name} is damaged: {' '.join(why.split())}")

    def _large(self, entry: zipfile.ZipInfo) -> UnreadableError:
        why = f"{entry.filename} is too large when unpacked"
        return UnreadableError(f"{self.name} cannot be read: {why}")


def opened(data: bytes, name: str, view: View = View.FINAL) -> Package:
    """Return the package that a file is; raise `UnreadableError` if it is none."""
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise UnreadableError(f"{name} is protected by a password")
        if "WordDocument".encode("utf-16-le") in data:
            raise UnreadableError(f"{name} is an old Word file: save it as .docx")
        raise UnreadableError(f"{name} is not a Word file")
    if not data:
        raise UnreadableError(f"{name} is empty")
    if not data.startswith(b"PK"):
        raise UnreadableError(f"{name} is not a Word file")
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except (*_BROKEN, NotImplementedError) as error:
        why = " ".join(str(error).split())
        raise UnreadableError(f"{name} is damaged: {why}") from None
    entries = {
        each.filename.replace("\\", "/").lstrip("/").lower(): each
        for each in archive.infolist()
    }
    return Package(name=name, archive=archive, entries=entries, view=view)
