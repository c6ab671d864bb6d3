"""What resolint takes beside its peers: the same files, one run, by turns.

python -m benchmarks.peers [--organ ga] [--rounds N] [--step N]

Processor time is what counts where other work runs beside it; a ratio is of the least
that each took. The peers are in the extra ``bench``; one that is not there is named.
"""

import argparse
import importlib
import io
import sys
import sysconfig
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from lxml import etree

from benchmarks.published import CORPUS, ORGANS, as_checked, present
from benchmarks.turns import Work, compared, taken
from benchmarks.whole import timed
from resolint import Severity, lint, parse
from resolint.packs import installed
from resolint.readers import read

BASE = "contract-lint"
"""What the others are held against."""
ALL_CORES = "resolint, a process a core"
BARE = "unzip and lxml"
_UNPACK = """
import sys, zipfile
from lxml import etree
for path in sys.argv[1:]:
    with zipfile.ZipFile(path) as whole:
        for name in whole.namelist():
            if name.endswith((".xml", ".rels")):
                etree.fromstring(whole.read(name))
"""


def command(name: str) -> str | None:
    """Return the path of a command of this environment, if it is installed in it."""
    found = Path(sysconfig.get_path("scripts"), name)
    return str(found) if found.is_file() else None


def commands(files: Sequence[Path]) -> dict[str, list[str] | None]:
    """Return the commands that check some files; None where one is not installed."""
    names = [str(each) for each in files]
    check = [sys.executable, "-m", "resolint", "check", "--isolated", "--no-cache"]
    found: dict[str, list[str] | None] = {
        "resolint": [*check, "-j1", *names],
        ALL_CORES: [*check, *names],
    }
    for name, *arguments in (
        (BASE, "lint"),
        ("proselint", "check"),
        ("codespell",),
    ):
        path = command(name)
        found[name] = [path, *arguments, *names] if path else None
    return found


def whole(chosen: Mapping[str, list[str] | None], rounds: int, *bases: str) -> str:
    """Return what whole commands take, started in an empty folder."""
    known = {name: words for name, words in chosen.items() if words}
    with tempfile.TemporaryDirectory() as folder:
        spent = timed(known, rounds, Path(folder))
    return compared(spent, (name for name in chosen if not chosen[name]), *bases)


def parts(data: bytes) -> Iterable[bytes]:
    """Yield the parts of a Word file that are XML, unpacked."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            if name.endswith((".xml", ".rels")):
                yield package.read(name)


def within(files: Sequence[Path], rounds: int, *bases: str) -> str:
    """Return what the work alone takes, in a process that has done some."""
    rules = tuple(installed().values())
    some = [(path.read_bytes(), path) for path in files]

    def examined(data: bytes, path: Path) -> object:
        return lint(read(data, path.name), rules, least=Severity.WARNING)

    does: dict[str, Callable[[bytes, Path], object]] = {
        "resolint: read": lambda data, path: read(data, path.name),
        "resolint: read and parse": lambda data, path: parse(read(data, path.name)),
        "resolint: all": examined,
    }
    if files[0].suffix == ".docx":
        does = {BARE: lambda data, _: [*map(etree.fromstring, parts(data))], **does}
    absent = []
    try:
        peer: Any = importlib.import_module("contract_lint_cli")
        settings = peer.load_config("-", argparse.Namespace())
        does[f"{BASE}: read"] = lambda _, path: peer.read_document(str(path))
        does[BASE] = lambda _, path: peer.lint(
            peer.analyze(*peer.read_document(str(path))), settings
        )
    except ImportError:
        absent.append(BASE)
    for do in does.values():
        do(*some[0])
    as_checked()
    works: dict[str, Work] = {
        name: partial(_over, do, some) for name, do in does.items()
    }
    return compared(taken(works, rounds), absent, *bases)


def _over(do: Callable[[bytes, Path], object], some: list[tuple[bytes, Path]]) -> None:
    for each in some:
        do(*each)


def versions() -> str:
    """Return the versions of what is compared."""
    told = []
    for name in ("resolint", BASE, "proselint", "codespell", "lxml"):
        try:
            told.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            told.append(f"{name}: not installed")
    return ", ".join(told)


def main() -> int:
    """Print the figures."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--organ", choices=ORGANS, default="ga")
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--step", type=int, default=1, help="one text in so many")
    given = options.parse_args()
    if not present():
        return 0
    print(f"{len(installed())} rules; {versions()}")
    for format in ("md", "docx"):
        files = sorted((CORPUS / given.organ).glob(f"*.{format}"))[:: given.step]
        size = sum(each.stat().st_size for each in files) / 1e6
        print(f"\n{len(files)} .{format} files, {size:.1f} MB: whole commands\n")
        chosen = commands(files)
        bases = [BASE]
        if format == "docx":
            chosen = {name: chosen[name] for name in ("resolint", ALL_CORES, BASE)}
            names = [str(each) for each in files]
            chosen[BARE] = [sys.executable, "-c", _UNPACK, *names]
            bases.append(BARE)
        print(whole(chosen, given.rounds, *bases), flush=True)
        print("\nThe work alone, in one warm process\n")
        print(within(files, given.rounds, *bases), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
