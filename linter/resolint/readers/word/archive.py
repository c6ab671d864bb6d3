"""A Word file with some of its parts written anew: all others keep their bytes.

Nothing that stays is unpacked, so that neither a picture nor a trap can cost memory.
"""

import struct
import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO

from resolint.readers.errors import UnreadableError

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s4B4H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_DESCRIBED = 0x08
"""The flag of an entry whose sizes come after it: here they stand before it."""
_ZIP64 = 1
_MOST = 0xFFFF
_FAR = 0xFFFFFFFF


def rewritten(
    data: bytes, replaced: Mapping[str, bytes], added: Mapping[str, bytes]
) -> bytes:
    """Return a zip file with some entries replaced, and others added at its end."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        entries, note = archive.infolist(), archive.comment
    out = BytesIO()
    rows: list[bytes] = []
    # Of entries of one name the last is the one that is read.
    last = {each.filename: each for each in entries}
    for entry in entries:
        new = replaced.get(entry.filename) if last[entry.filename] is entry else None
        rows.append(_kept(out, data, entry) if new is None else _new(out, entry, new))
    for name, content in added.items():
        entry = zipfile.ZipInfo(name)
        entry.compress_type = zipfile.ZIP_DEFLATED
        rows.append(_new(out, entry, content))
    start = out.tell()
    out.write(b"".join(rows))
    size = out.tell() - start
    if len(rows) >= _MOST or out.tell() >= _FAR:
        raise UnreadableError("this has too many parts")
    count = len(rows)
    out.write(_END.pack(b"PK\5\6", 0, 0, count, count, size, start, len(note)) + note)
    return out.getvalue()


def _kept(out: BytesIO, data: bytes, entry: zipfile.ZipInfo) -> bytes:
    """Copy an entry as it is packed, and return its row of the directory."""
    at = entry.header_offset
    head = data[at : at + _LOCAL.size]
    if len(head) < _LOCAL.size or not head.startswith(b"PK\3\4"):
        raise UnreadableError(f"this is damaged: {entry.filename} is not where it was")
    *_, name_size, extra_size = _LOCAL.unpack(head)
    start = at + _LOCAL.size + name_size + extra_size
    packed = data[start : start + entry.compress_size]
    if len(packed) < entry.compress_size or entry.file_size >= _FAR:
        raise UnreadableError(f"this is damaged: {entry.filename} is cut off")
    extra = data[start - extra_size : start]
    return _write(out, entry, packed, extra)


def _new(out: BytesIO, entry: zipfile.ZipInfo, content: bytes) -> bytes:
    """Pack new content for an entry, and return its row of the directory."""
    packed = content
    if entry.compress_type == zipfile.ZIP_DEFLATED:
        deflate = zlib.compressobj(zlib.Z_DEFAULT_COMPRESSION, zlib.DEFLATED, -15)
        packed = deflate.compress(content) + deflate.flush()
    entry.CRC = zlib.crc32(content)
    entry.compress_size, entry.file_size = len(packed), len(content)
    return _write(out, entry, packed, b"")


def _write(out: BytesIO, entry: zipfile.ZipInfo, packed: bytes, extra: bytes) -> bytes:
    year, month, day, hour, minute, second = entry.date_time
    when = (
        hour << 11 | minute << 5 | second // 2,
        max(year - 1980, 0) << 9 | month << 5 | day,
    )
    flags, name = _named(entry)
    sizes = entry.CRC, entry.compress_size, entry.file_size
    extra, kept = _bare(extra), _bare(entry.extra)
    version = entry.extract_version & 0xFF, entry.reserved & 0xFF
    start = out.tell()
    out.write(
        _LOCAL.pack(
            b"PK\3\4",
            entry.extract_version,
            flags,
            entry.compress_type,
            *when,
            *sizes,
            len(name),
            len(extra),
        )
    )
    out.write(name + extra + packed)
    row = _CENTRAL.pack(
        b"PK\1\2",
        entry.create_version & 0xFF,
        entry.create_system & 0xFF,
        *version,
        flags,
        entry.compress_type,
        *when,
        *sizes,
        len(name),
        len(kept),
        len(entry.comment),
        0,
        entry.internal_attr,
        entry.external_attr,
        start,
    )
    return row + name + kept + entry.comment


def _named(entry: zipfile.ZipInfo) -> tuple[int, bytes]:
    """Return the flags of an entry, and its name as they say it is written."""
    flags, name = entry.flag_bits & ~_DESCRIBED, entry.orig_filename
    if flags & 0x800 or not name.isascii():
        try:
            return flags, name.encode("utf-8" if flags & 0x800 else "cp437")
        except UnicodeEncodeError:
            return flags | 0x800, name.encode("utf-8", "replace")
    return flags, name.encode("ascii")


def _bare(extra: bytes) -> bytes:
    """Return the extra fields of an entry without sizes of 64 bits: none needs them."""
    kept, at = b"", 0
    while at + 4 <= len(extra):
        kind, size = struct.unpack_from("<2H", extra, at)
        if kind != _ZIP64:
            kept += extra[at : at + 4 + size]
        at += 4 + size
    return kept + extra[at:]
