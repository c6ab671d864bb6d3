"""In which encoding an XML file is."""

import codecs
import re

_DECLARED = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9._-]{1,40})")
_SINGLE = re.compile(r"(iso-?8859-?\d+|latin-?\d+|windows-?125\d|cp125\d|us-ascii)\Z")
_WIDE = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)


def decoded(data: bytes) -> str:
    """Return the text of an XML file, by its mark or by what it declares.

    A file that does not keep to what it declares is read as well as may be.
    """
    for mark, encoding in _WIDE:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    declared = _DECLARED.match(data.lstrip()[:400])
    name = declared.group(1).decode("ascii").lower() if declared else "utf-8"
    if _SINGLE.match(name):
        # What calls itself Latin-1 is Windows-1252 (as browsers have it).
        latin = name in ("iso-8859-1", "latin1", "latin-1", "us-ascii")
        try:
            return data.decode("cp1252" if latin else name)
        except (LookupError, UnicodeDecodeError):
            return data.decode("latin-1")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
