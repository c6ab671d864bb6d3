"""What is known of the text of a draft, at one version of it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urlsplit

import click
from lsprotocol import types
from pygls.uris import to_fs_path

from resolint.cli.baseline import Baselines
from resolint.cli.judging import Judge
from resolint.diagnostic import Diagnostic
from resolint.document import Node, Passage, Resolution
from resolint.engine import InternalError, understood
from resolint.lexicon import Lexicon
from resolint.mentions import Mention, mentions
from resolint.packs import Rules
from resolint.readers import UnreadableError, read_text
from resolint.render.report import Report
from resolint.server.texts import Text
from resolint.settings import Settings
from resolint.text import Source, Span
from resolint.where import Atlas

_OURS = "akomaNtoso"
"""What the XML of a draft has."""


@dataclass(frozen=True, kw_only=True)
class Analysis:
    """A version of a draft: its text, what it was understood as, what was found in it.

    Offsets *in the file* are those of `text`, which is the ``raw`` of the source;
    spans are of the source's own text.
    """

    uri: str
    version: int | None
    text: Text
    analyst: "Analyst"
    """What made it, and can make one of another text."""
    source: Source | None = None
    """None where the text cannot be read."""
    resolution: Resolution | None = None
    """None where there is no source; even what looks like no resolution has one."""
    report: Report | None = None
    """None where the text looks like no resolution: nothing is said of it."""
    trouble: str = ""
    """Why the text cannot be read, or cannot be judged, in one line."""

    @property
    def found(self) -> tuple[Diagnostic, ...]:
        """What is to be shown of what was found, in the order of the text."""
        return self.report.found if self.report else ()

    def range(self, span: Span) -> types.Range:
        """Return where a span stands in the file."""
        assert self.source is not None
        return self.text.range(*self.source.origins(span))

    def span(self, area: types.Range) -> Span:
        """Return what a range of the file is in the text of the source."""
        assert self.source is not None
        start, end = self.text.offsets(area)
        return Span(self.source.offset_of(start), self.source.offset_of(end))

    def at(self, position: types.Position) -> int:
        """Return the offset in the text of the source that a position stands at."""
        assert self.source is not None
        return self.source.offset_of(self.text.offset(position))

    @cached_property
    def atlas(self) -> Atlas:
        """Where its passages stand, as a drafter would say it."""
        assert self.resolution is not None
        return Atlas(self.resolution)

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """What it says of its own paragraphs, by their numbers."""
        assert self.resolution is not None
        return mentions(self.resolution)

    def nodes_at(self, offset: int) -> Iterator[Node]:
        """Yield the nodes that an offset stands in or behind, the widest first."""
        todo: list[Node] = [self.resolution] if self.resolution else []
        while todo:
            node = todo.pop(0)
            if node.span.start <= offset <= node.span.end:
                yield node
                todo += node.children()
            elif isinstance(node, Resolution | Passage):
                # Items and parts may lie outside what they belong to.
                todo += node.children()


@dataclass(frozen=True, kw_only=True)
class Analyst:
    """Makes an analysis of a text, by the rules and settings that hold for it."""

    rules: Rules
    """All rules there are, those of plug-ins included."""
    settings: Settings
    assume: bool = False
    """Whether what looks like no resolution is judged too."""
    failed: Callable[[InternalError], None]
    """Is told of a rule that fails."""
    lexicon: Lexicon = field(default_factory=Lexicon)
    """What packs know beside their rules."""
    capabilities: types.ClientCapabilities = field(
        default_factory=types.ClientCapabilities
    )
    """What the editor can do."""

    def analysed(
        self, uri: str, text: Text, version: int | None, go_on: Callable[[], None]
    ) -> Analysis:
        """Return what is known of a text; ``go_on`` may raise to end the work."""
        name = name_of(uri)

        def made(
            source: Source | None = None,
            resolution: Resolution | None = None,
            report: Report | None = None,
            trouble: str = "",
        ) -> Analysis:
            return Analysis(
                uri=uri,
                version=version,
                text=text,
                analyst=self,
                source=source,
                resolution=resolution,
                report=report,
                trouble=trouble,
            )

        try:
            source = read_text(text.words, name)
        except UnreadableError as error:
            # Of XML of another kind, whole or half typed, there is nothing to say.
            foreign = text.words.lstrip().startswith("<") and _OURS not in text.words
            return made(trouble="" if foreign else str(error))
        go_on()
        resolution = understood(
            source,
            profile=self.settings.profile,
            stage=self.settings.stage,
            as_of=self.settings["as-of"],
        )
        go_on()
        judge = Judge(
            rules=self.rules,
            assume=self.assume,
            only_changes=False,
            verbose=False,
            baselines=Baselines(),
            since=None,
            tell=lambda _line: None,
            failed=self.failed,
            go_on=go_on,
        )
        try:
            report = judge.judged_document(resolution, self.settings)
        except click.ClickException as error:
            return made(source, resolution, trouble=error.format_message())
        if report is not None:
            least = self.settings.level.rank
            shown = (each for each in report.found if each.severity.rank >= least)
            report = replace(report, found=tuple(shown))
        return made(source, resolution, report)


def name_of(uri: str) -> str:
    """Return the name of a file by its URI; of what is no file, what is likest."""
    path = to_fs_path(uri)
    if path:
        return path
    return Path(unquote(urlsplit(uri).path)).name or "untitled"
