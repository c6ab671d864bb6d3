"""Rule pages: the Markdown file beside each rule is its documentation and its test.

A ``resolution`` block is an example. What the rule says of it and makes of it follow
in a ``diagnostics`` and a ``fixed`` block, which `Page.written` writes: a page that it
does not change is a page that tells the truth. An info string may say how an example is
to be read: ``resolution profile=sc stage=draft as-of=2024-01-01 format=text``; any
other is an option of the rule.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from resolint import guides
from resolint.diagnostic import Diagnostic
from resolint.document import Stage
from resolint.engine import UnfixableError, fixed, lint
from resolint.fences import fence, fences
from resolint.guides import Guide, PageError
from resolint.options import OptionError, configured
from resolint.profiles import Profile
from resolint.render import text
from resolint.rule import Rule
from resolint.text import Source

OUTCOMES = ("diagnostics", "fixed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A text on a page, and how it is to be read."""

    content: str
    format: str = "markdown"
    profile: Profile | None = None
    stage: Stage | None = None
    as_of: date | None = None
    options: tuple[tuple[str, str], ...] = ()
    """Options of the rule, ``conference=amun``."""

    @classmethod
    def from_info(cls, info: str, content: str) -> "Example":
        """Read the options of an info string, ``resolution profile=sc``."""
        options: dict[str, Any] = {}
        own: list[tuple[str, str]] = []
        for option in info.split()[1:]:
            match option.split("=", 1):
                case "format", "markdown" | "text" | "akn" as value:
                    options["format"] = value
                case "profile", value:
                    options["profile"] = Profile(value)
                case "stage", value:
                    options["stage"] = Stage(value)
                case "as-of", value:
                    options["as_of"] = date.fromisoformat(value)
                case name, value if name not in {"format", "profile", "stage"}:
                    own.append((name, value))
                case _:
                    raise ValueError(f"an example has no option {option}")
        return cls(content=content, options=tuple(own), **options)

    @property
    def source(self) -> Source:
        """What the reader of its format makes of it."""
        match self.format:
            case "text":
                from resolint.readers import plain

                return plain.read(self.content.encode(), "resolution.txt")
            case "akn":
                from resolint.readers import akn

                return akn.read(self.content.encode(), "resolution.xml")
            case _:
                from resolint.readers.markdown import from_markdown

                return from_markdown(self.content, "resolution.md")

    def found(self, rule: Rule[Any]) -> list[Diagnostic]:
        """Return what a rule finds in it."""
        return self._linted(self.source, rule)

    def outcome(self, rule: Rule[Any]) -> tuple[str, str]:
        """Return what a rule says of it, and what its safe fixes make of it."""
        source = self.source
        found = self._linted(source, rule)
        said = "".join(f"{line}\n" for line in text.lines(source, found))
        try:
            made = fixed(source, found)
        except UnfixableError:
            made = self.content
        return said, "" if made == self.content else made

    def _linted(self, source: Source, rule: Rule[Any]) -> list[Diagnostic]:
        if self.options:
            try:
                (rule,) = configured([rule], {rule.code: dict(self.options)})
            except OptionError as error:
                raise PageError(f"page of {rule.code}: {error}") from error
        return lint(
            source, [rule], profile=self.profile, stage=self.stage, as_of=self.as_of
        )


class Page(Guide):
    """A rule and its page, with the examples that prove it."""

    __slots__ = ()

    @property
    def examples(self) -> tuple[Example, ...]:
        """The texts that it shows."""
        return tuple(
            self._example(block.info, block.content)
            for block in fences(self.markdown.splitlines(keepends=True))
            if _word(block.info) == "resolution"
        )

    def written(self) -> str:
        """Return the page with what follows each example written anew."""
        return "".join(self._parts())

    def _parts(self) -> Iterator[str]:
        lines = self.markdown.splitlines(keepends=True)
        done = 0
        for block in fences(lines):
            match _word(block.info):
                case "resolution":
                    yield from lines[done : block.end]
                    said, made = self._example(block.info, block.content).outcome(
                        self.rule
                    )
                    yield f"\n{fence('diagnostics', said)}" if said else ""
                    yield f"\n{fence('fixed', made)}" if made else ""
                    done = block.end
                case word if word in OUTCOMES:
                    while done < block.start and not lines[done].strip():
                        done += 1
                    yield from lines[done : block.start]
                    done = block.end
        yield from lines[done:]

    def _example(self, info: str, content: str) -> Example:
        try:
            return Example.from_info(info, content)
        except ValueError as error:
            raise PageError(f"page of {self.rule.code}: {error}") from error


def load(rule: Rule[Any]) -> Page:
    """Return the page of a rule."""
    return Page(rule, guides.load(rule).markdown)


def _word(info: str) -> str:
    return info.split(" ", 1)[0]
