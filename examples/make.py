"""Make what is made from the Markdown examples: Word and text files, and output.

python examples/make.py   what `poe examples` runs

The clean Word file has automatic numbers, as Word's list buttons make them; in the
flawed one they are typed, as a hasty drafter does. Both have real footnotes, a masthead
in a table, and a running head. In the READMEs the output below each command that begins
with ``$ resolint`` is written anew.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from drafts import Draft
from resolint.fences import fences
from word import as_word

HERE = Path(__file__).parent
ROOT = HERE.parent
READMES = (ROOT / "README.md", HERE / "README.md")
_COMMAND = "$ resolint "


def renderings() -> dict[Path, bytes]:
    """Return the Word and text files, by path."""
    files: dict[Path, bytes] = {}
    for name in ("clean", "flawed"):
        draft = Draft.from_markdown((HERE / f"{name}.md").read_text("utf-8"))
        files[HERE / f"{name}.txt"] = draft.as_text().encode()
        files[HERE / f"{name}.docx"] = as_word(draft, automatic=name == "clean")
    return files


def shown(readme: Path) -> str:
    """Return a README with the output of its commands written anew."""
    return "".join(_shown(readme.read_text("utf-8").splitlines(keepends=True)))


def _shown(lines: list[str]) -> Iterator[str]:
    done = 0
    for block in fences(lines):
        if block.info != "console":
            continue
        yield from lines[done : block.start + 1]
        ours = True
        for line in lines[block.start + 1 : block.end - 1]:
            if line.startswith("$ "):
                yield line
                ours = line.startswith(_COMMAND)
                yield _output(line.removeprefix(_COMMAND).split()) if ours else ""
            elif not ours:
                yield line
        done = block.end - 1
    yield from lines[done:]


def _output(arguments: list[str]) -> str:
    """Return what a command prints, called from the root of the project."""
    result = subprocess.run(
        [sys.executable, "-m", "resolint", *arguments],
        cwd=ROOT,
        env={**os.environ, "PYTHONUTF8": "1", "NO_COLOR": "1"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return result.stdout + result.stderr


def main() -> None:
    """Write all that has changed."""
    for path, data in renderings().items():
        if not path.exists() or path.read_bytes() != data:
            path.write_bytes(data)
            print(path.name)
    for readme in READMES:
        text = shown(readme)
        if readme.read_text("utf-8") != text:
            readme.write_text(text, "utf-8", newline="\n")
            print(readme.relative_to(ROOT))


if __name__ == "__main__":
    main()
