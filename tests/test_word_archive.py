"""Word files written anew: what is not changed keeps its bytes."""

import zipfile
from io import BytesIO

from resolint.readers.word.archive import rewritten

STAMP = (2031, 5, 7, 10, 20, 30)


def made() -> bytes:
    """Make a zip file with entries of several sorts."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.comment = b"kept"
        for number, name in enumerate(["a.xml", "médias/b.png", "empty/", "c.xml"]):
            entry = zipfile.ZipInfo(name, STAMP)
            entry.external_attr = 0o644 << 16
            packed = zipfile.ZIP_DEFLATED if number % 2 else zipfile.ZIP_STORED
            entry.compress_type = packed
            archive.writestr(entry, b"" if name.endswith("/") else name.encode() * 99)
        # an entry of a writer that could not go back: its sizes come after it
        with archive.open("d.xml", "w", force_zip64=True) as part:
            part.write(b"later" * 50)
    return out.getvalue()


def test_parts_are_replaced_and_added_and_the_rest_is_the_same() -> None:
    """Order, names, times, methods and packed bytes stay."""
    data = made()
    new = rewritten(data, {"c.xml": b"new" * 50}, {"e.xml": b"added"})
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(BytesIO(new)) as now:
        assert now.testzip() is None
        assert now.comment == b"kept"
        assert now.namelist() == [*old.namelist(), "e.xml"]
        assert now.read("c.xml") == b"new" * 50
        assert now.read("e.xml") == b"added"
        for entry in old.infolist():
            again = now.getinfo(entry.filename)
            assert again.compress_type == entry.compress_type
            assert again.date_time == entry.date_time
            assert again.external_attr == entry.external_attr
            if entry.filename != "c.xml":
                assert now.read(entry.filename) == old.read(entry.filename)
                assert again.compress_size == entry.compress_size


def test_what_is_written_twice_is_the_same() -> None:
    """No time of day gets in."""
    assert rewritten(made(), {}, {"e.xml": b"x"}) == rewritten(
        made(), {}, {"e.xml": b"x"}
    )


def test_parts_that_stay_are_not_unpacked() -> None:
    """A picture that is damaged, or a trap, stays as it is."""
    data = bytearray(made())
    at = data.index(b"m\xc3\xa9dias/b.png") + 20
    data[at : at + 8] = b"\xff" * 8
    new = rewritten(bytes(data), {"a.xml": b"new"}, {})
    with zipfile.ZipFile(BytesIO(new)) as now:
        assert now.read("a.xml") == b"new"
        assert now.testzip() == "médias/b.png"
