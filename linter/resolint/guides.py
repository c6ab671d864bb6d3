"""The page beside a rule, as its readers need it: heading, summary, link, text."""

import sys
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from resolint.regex import regex
from resolint.rule import Rule

_LINK = regex(r"\bhttps?://[^\s<>()\[\]]*(?:\([^\s<>()\[\]]*\)[^\s<>()\[\]]*)*")


class PageError(Exception):
    """A page that is missing or wrong; the message is one line for the user."""


@dataclass(frozen=True, slots=True)
class Guide:
    """A rule and what its page says."""

    rule: Rule[Any]
    markdown: str

    def __str__(self) -> str:
        return self.rule.code

    @property
    def title(self) -> str:
        """The heading that the page must have."""
        return f"# {self.rule.name} ({self.rule.code})"

    @property
    def summary(self) -> str:
        """What the rule asks: the first paragraph below the heading, on one line."""
        return " ".join(" ".join(self.markdown.split("\n\n", 2)[1:2]).split())

    @property
    def link(self) -> str | None:
        """The first address on the page: where the drafting manual says it."""
        found = _LINK.search(self.markdown)
        return found[0].rstrip(".,;") if found else None


def page_file(rule: Rule[Any]) -> Traversable:
    """Return the file of a rule's page: ``<module>.md`` beside the rule's module.

    In a module with several rules, each has a page of its own, ``opn005.md``.
    """
    package, _, module = type(rule.itself).__module__.rpartition(".")
    folder = files(package) if package else _folder(module)
    for name in (f"{rule.code.lower()}.md", f"{module}.md"):
        file = folder.joinpath(name)
        if file.is_file():
            return file
    raise PageError(f"rule {rule.code} has no page {module}.md beside its module")


def _folder(module: str) -> Path:
    """Return the folder of a module that is in no package."""
    return Path(sys.modules[module].__file__ or "").parent


def load(rule: Rule[Any]) -> Guide:
    """Return the page of a rule."""
    return Guide(rule, page_file(rule).read_text("utf-8"))
