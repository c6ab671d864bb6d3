"""``--fix`` and ``--annotate``: what a run writes, and where."""

import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from resolint.cli.writing import UnwritableError, refuse, write
from resolint.diagnostic import Safety, Severity
from resolint.readers import format_of
from resolint.render.report import Report, printable
from resolint.rule import Rule
from resolint.text import View

if TYPE_CHECKING:
    from resolint.cli.mending import Draft, Judge

_STANDARD_INPUT = Path("-")


@dataclass(kw_only=True)
class Fixing:
    """What a call is to write, and what has come of it."""

    fix: bool = False
    unsafe: bool = False
    only: bool = False
    diff: bool = False
    in_place: bool = False
    output: Path | None = None
    annotate: Path | None = None
    rules: Callable[[], Mapping[str, Rule[Any]]] = dict
    say: Callable[[str], None] = print
    made: Counter[tuple[str, str]] = field(default_factory=Counter)
    """How many findings of a rule were fixed, by file and code."""
    shown: list[bytes] = field(default_factory=list)
    """The diff of the draft done last."""
    for_people: bool = False
    """Whether a diff goes to a terminal."""
    differs: bool = False
    """Whether there was a diff of any."""

    @property
    def fixes(self) -> bool:
        """Whether files are to be fixed, or it is to be shown what that would do."""
        return self.fix or self.only or self.diff

    @property
    def wanted(self) -> bool:
        """Whether anything is to be written or shown at all."""
        return self.fixes or self.annotate is not None

    @property
    def pipes(self) -> bool:
        """Whether what standard input held goes on to standard output."""
        elsewhere = self.output is not None or self.annotate is not None
        return self.fixes and not self.diff and not elsewhere

    def prove(self, todo: Sequence[Path]) -> None:
        """Raise `click.ClickException` if what is asked for cannot be done."""
        if self.output is not None and not self.fixes:
            raise click.UsageError(
                "--output is for --fix: findings go to --output-file"
            )
        if self.in_place and not self.fixes:
            raise click.UsageError("--in-place is for --fix")
        if self.in_place and self.output is not None:
            raise click.UsageError("--output and --in-place cannot both hold")
        for option, path in (("--output", self.output), ("--annotate", self.annotate)):
            if path is None:
                continue
            if len(todo) > 1:
                raise click.UsageError(f"{option} is for one draft, not {len(todo)}")
            try:
                refuse(path, option, tuple(todo))
            except UnwritableError as error:
                raise click.ClickException(str(error)) from None
        if self.annotate and self.annotate.suffix.lower() != ".docx":
            raise click.UsageError("--annotate writes a Word file: OUT.docx")
        if self.annotate and self.annotate == self.output:
            raise click.UsageError("--annotate has the fixes in it: leave out --output")

    def skip(self, path: Path, data: bytes) -> None:
        """Pass on standard input that is not to be touched."""
        if path == _STANDARD_INPUT and self.pipes:
            _print(data)

    def done(self, draft: "Draft", judge: "Judge") -> Report:
        """Write what is asked for of a draft, and return what is left to be told."""
        self.shown = []
        source = draft.report.source
        if source.view is not View.FINAL:
            raise UnwritableError(
                f"{source.name}: --fix and --annotate are for the final view, "
                f"not for {source.view}"
            )
        word = format_of(draft.data, source.name) == "docx"
        if self.annotate and not word:
            raise UnwritableError(
                f"{source.name}: --annotate is for Word files (.docx)"
            )
        data, report = draft.data, draft.report
        if self.fixes:
            # Imported late, here and elsewhere: most runs fix nothing.
            from resolint.cli.diffs import diff, word_diff
            from resolint.cli.mending import mend

            if not self.diff:
                self._require_place(draft, word)
            least = Safety.UNSAFE if self.unsafe else Safety.SAFE
            mended = mend(draft, judge, least)
            data, report = mended.data, mended.report
            for line in mended.told:
                self.say(line)
            name = source.name
            if not self.diff:
                self._save(draft, data)
            elif word:
                self.shown = [*word_diff(source, report.source)]
            else:
                self.shown = [*diff(draft.data, data, name, shown=self.for_people)]
            self.differs = self.differs or bool(self.shown)
            self.made.update({(name, code): n for code, n in mended.made.items()})
        if self.annotate and not self.diff:
            self._annotated(self.annotate, data, report, draft.level)
        return replace(report, found=()) if self.only or self.diff else report

    def _require_place(self, draft: "Draft", word: bool) -> None:
        name = draft.report.source.name
        if not word:
            return
        if self.output is None and self.annotate is None:
            if draft.path == _STANDARD_INPUT:
                raise UnwritableError(f"{name}: say where to: --output OUT.docx")
            if not self.in_place:
                raise UnwritableError(
                    f"{name}: of a Word file a copy is fixed: say --output OUT.docx, "
                    "or --in-place"
                )
        if self.output is not None and self.output.suffix.lower() != ".docx":
            raise UnwritableError(f"--output {self.output}: should end in .docx")

    def _save(self, draft: "Draft", data: bytes) -> None:
        if self.output is not None:
            write(self.output, data)
        elif draft.path == _STANDARD_INPUT:
            if self.pipes:
                _print(data)
        elif data != draft.data and (self.annotate is None or self.in_place):
            write(draft.path, data, draft.data)

    def _annotated(
        self, path: Path, data: bytes, report: Report, level: Severity
    ) -> None:
        from resolint.cli.advising import advice
        from resolint.readers.word.annotating import annotated

        shown = (each for each in report.found if each.severity.rank >= level.rank)
        said = advice(shown, self.rules())
        write(path, annotated(data, said, report.source.name))

    def fixed(self) -> Iterator[str]:
        """Yield a line for each file and rule of which findings were fixed."""
        rules = self.rules()
        for (name, code), count in sorted(self.made.items()):
            title = rules[code].name if code in rules else ""
            did = "would fix" if self.diff else "fixed"
            yield f"{printable(name)}: {did} {count} × {code} {title}".rstrip()


def _print(data: bytes) -> None:
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()
