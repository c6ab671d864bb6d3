"""``--add-ignore``: remarks written into drafts, so that findings are told no more."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

import click

from resolint.cli.mending import Draft, Judge
from resolint.cli.writing import UnwritableError, write
from resolint.readers import UnreadableError, format_of, read
from resolint.readers.plain.encodings import encoded
from resolint.remarking import FORMATS, Insertion, block_at, insertion
from resolint.render.report import Report
from resolint.suppress import UNUSED
from resolint.text import Block, Source


@dataclass(frozen=True, slots=True)
class Ignoring:
    """What remarks are to say, and to whom it is told what was written."""

    reason: str = ""
    say: Callable[[str], None] = print

    def prove(self) -> None:
        """Raise `click.UsageError` if a comment cannot hold the reason."""
        bad = "--" in self.reason or not self.reason.isprintable()
        if bad or "resolint:" in self.reason.lower():
            raise click.UsageError(
                "--add-ignore: the reason should be one line without “--” and "
                "“resolint:”"
            )

    def done(self, draft: Draft, judge: Judge) -> Report:
        """Write a remark before each paragraph with findings; return what is left.

        Raises `UnwritableError` where the format has no place for remarks.
        """
        source = draft.report.source
        wanted = _wanted(draft)
        if not wanted:
            return draft.report
        told = format_of(draft.data, source.name)
        if told not in FORMATS or str(draft.path) == "-":
            kinds = " and ".join(FORMATS.values())
            what = "standard input" if str(draft.path) == "-" else told
            raise UnwritableError(
                f"{source.name}: remarks are written to {kinds} files, not to {what}: "
                "nothing is written"
            )
        made: list[Insertion] = []
        for block, codes in wanted:
            said = f"resolint: ignore {', '.join(codes)} {self.reason}".rstrip()
            again = partial(_again, draft)
            if found := insertion(source, block, said, again):
                made.append(found)
            else:
                place = source.place(block.span.start)
                self.say(
                    f"{source.name}:{place.line}: there is no place for a remark "
                    f"on {', '.join(codes)}"
                )
        data = _written(draft, made)
        report = judge(data)
        if report is None or report.source.text != source.text:
            raise UnwritableError(f"{source.name}: remarks would change what it says")
        if made:
            write(draft.path, data, draft.data)
            count = "1 remark" if len(made) == 1 else f"{len(made)} remarks"
            self.say(f"{source.name}: {count} written")
        return report


def _wanted(draft: Draft) -> list[tuple[Block, list[str]]]:
    """Return the paragraphs with findings that are shown, and their rules."""
    source = draft.report.source
    shown = [
        each
        for each in draft.report.found
        if each.severity.rank >= draft.level.rank and each.code != UNUSED.code
    ]
    found: dict[Block, set[str]] = {}
    for each in shown:
        if block := block_at(source, each.span.start):
            found.setdefault(block, set()).add(each.code)
    rows = sorted(found.items(), key=lambda row: row[0].span)
    return [(block, sorted(codes)) for block, codes in rows]


def _again(draft: Draft, made: Insertion) -> Source:
    """Return what is read of a draft with a remark in it."""
    try:
        data = _written(draft, [made])
    except UnwritableError as error:
        raise UnreadableError(str(error)) from error
    return read(data, draft.report.source.name)


def _written(draft: Draft, made: Iterable[Insertion]) -> bytes:
    """Return a file with remarks in it, in its own encoding."""
    source = draft.report.source
    raw = source.spliced(
        ((each.at, each.at), each.text) for each in sorted(made, key=_at)
    )
    coders: list[Callable[[str], bytes]] = [lambda text: encoded(text, draft.data)]
    if source.format == "akn":
        coders += [lambda text: text.encode("cp1252"), lambda text: text.encode()]
    for code in coders:
        try:
            if code(source.raw) == draft.data:
                return code(raw)
        except UnicodeEncodeError:
            continue
    raise UnwritableError(
        f"{source.name}: its encoding cannot hold a remark: save it as UTF-8 first"
    )


def _at(each: Insertion) -> int:
    return each.at
