"""``--add-ignore``: remarks written into drafts, so that findings are told no more."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import click

from resolint.cli.mending import Draft, Judge
from resolint.cli.writing import UnwritableError, write
from resolint.diagnostic import Diagnostic
from resolint.readers import UnreadableError, format_of, read
from resolint.readers.plain.encodings import encoded
from resolint.render.report import Report
from resolint.suppress import UNUSED
from resolint.text import Block, Source, Span

_FORMATS = {"markdown": ".md", "akn": ".xml"}
_TAGS = re.compile(r"(?:<[\w:.-]+(?:\s[^<>]*)?(?<!/)>\s*)+\Z")
_LAST_TAG = re.compile(r"<[\w:.-]+(?:\s[^<>]*)?(?<!/)>\s*\Z")


class Insertion(NamedTuple):
    """A remark to write, and where in the file."""

    at: int
    text: str


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
        if told not in _FORMATS or str(draft.path) == "-":
            kinds = " and ".join(_FORMATS.values())
            what = "standard input" if str(draft.path) == "-" else told
            raise UnwritableError(
                f"{source.name}: remarks are written to {kinds} files, not to {what}: "
                "nothing is written"
            )
        made: list[Insertion] = []
        for block, codes in wanted:
            said = f"resolint: ignore {', '.join(codes)} {self.reason}".rstrip()
            for each in _places(source, block, f"<!-- {said} -->"):
                if _holds(draft, block, said, each):
                    made.append(each)
                    break
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
    blocks = sorted(source.blocks, key=lambda each: each.span)
    shown = [
        each
        for each in draft.report.found
        if each.severity.rank >= draft.level.rank and each.code != UNUSED.code
    ]
    found: dict[int, set[str]] = {}
    for each in shown:
        found.setdefault(_number(blocks, each), set()).add(each.code)
    return [(blocks[n], sorted(codes)) for n, codes in sorted(found.items()) if n >= 0]


def _number(blocks: Sequence[Block], found: Diagnostic) -> int:
    """Return in which block a finding begins; the first if it is before all."""
    at = -1 if not blocks else 0
    for number, block in enumerate(blocks):
        if block.span.start > found.span.start:
            break
        at = number
    return at


def _places(source: Source, block: Block, remark: str) -> Iterator[Insertion]:
    """Yield where a remark might stand: on a line of its own, if that can be."""
    raw = source.raw
    start, end = source.origins(block.span)
    head = raw[:start]
    line = max(head.rfind("\n"), head.rfind("\r")) + 1
    before = head[line:]
    indent = before[: len(before) - len(before.lstrip())]
    newline = next((each for each in ("\r\n", "\n", "\r") if each in raw), "\n")
    if source.format == "akn":
        tags = _TAGS.search(before)
        if not before.strip() or (tags and not before[: tags.start()].strip()):
            yield Insertion(line, f"{indent}{remark}{newline}")
        if last := _LAST_TAG.search(head):
            yield Insertion(last.start(), remark)
        yield Insertion(start, remark)
        return
    yield Insertion(line, f"{indent}{remark}{newline}")
    yield Insertion(line, f"{indent}{remark}{newline}{newline}")
    stop = re.compile(r"[^\r\n]*").match(raw, end)
    yield Insertion(stop.end() if stop else end, f" {remark}")
    yield Insertion(end, f" {remark}")


def _holds(draft: Draft, block: Block, said: str, insertion: Insertion) -> bool:
    """Whether a remark is read as one on its paragraph, and all else as before."""
    source = draft.report.source
    try:
        new = read(_written(draft, [insertion]), source.name)
    except (UnreadableError, UnwritableError):
        return False
    return (
        new.text == source.text
        and new.blocks == source.blocks
        and _italics(new) == _italics(source)
        and (block.span, said) in new.remarks
    )


def _italics(source: Source) -> list[Span]:
    return [each.span for each in source.emphasis]


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
