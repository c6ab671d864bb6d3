"""LibreOffice and pandoc as tests use them: files saved by them, if they are here."""

import shutil
import subprocess
import zipfile
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from resolint.readers import office

SOFFICE = office.found()
PANDOC = shutil.which("pandoc")
PICTURES = shutil.which("pdftoppm")

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_FILTERS = {
    "docx": "docx:MS Word 2007 XML",
    "odt": "odt:writer8",
    "rtf": "rtf:Rich Text Format",
    "doc": "doc:MS Word 97",
    "pdf": "pdf:writer_pdf_Export",
}


def saved(files: list[bytes], was: str, to: str) -> list[bytes]:
    """Open files with LibreOffice and save them in a format."""
    assert SOFFICE
    with TemporaryDirectory() as made:
        folder = Path(made)
        drafts = [folder / f"draft{number}.{was}" for number in range(len(files))]
        for draft, data in zip(drafts, files, strict=True):
            draft.write_bytes(data)
        subprocess.run(
            [
                SOFFICE,
                f"-env:UserInstallation={(folder / 'profile').as_uri()}",
                "--headless",
                "--convert-to",
                _FILTERS[to],
                "--outdir",
                str(folder / "saved"),
                *map(str, drafts),
            ],
            check=True,
            capture_output=True,
            timeout=240,
        )
        return [
            (folder / "saved" / draft.with_suffix(f".{to}").name).read_bytes()
            for draft in drafts
        ]


def typed(data: bytes) -> bytes:
    """Return a Word file with the list of the types of its parts, if it has none."""
    out = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(data)) as archive,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as copy,
    ):
        names = archive.namelist()
        parts = [name for name in names if name.startswith("word/") and "_" not in name]
        if "[Content_Types].xml" not in names:
            listed = "".join(map(_override, parts))
            rels = "application/vnd.openxmlformats-package.relationships+xml"
            types = (
                f'<?xml version="1.0"?><Types xmlns="{_TYPES}">'
                f'<Default Extension="rels" ContentType="{rels}"/>'
                f'<Default Extension="xml" ContentType="application/xml"/>'
                f"{listed}</Types>"
            )
            copy.writestr("[Content_Types].xml", types)
        for name in names:
            copy.writestr(name, archive.read(name))
    return out.getvalue()


def _override(part: str) -> str:
    kind = Path(part).stem.rstrip("0123456789")
    kind = "document.main" if kind == "document" else kind
    return f'<Override PartName="/{part}" ContentType="{_WORD}.{kind}+xml"/>'
