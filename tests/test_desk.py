"""No rule would find more if it were shown everything."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given

from benchmarks.published import CORPUS, texts
from drafting import Draft
from messes import messes
from renderings import markdown
from resolint import Diagnostic, Node, Profile, Resolution, Rule, Source, lint, read
from resolint.options import configured
from resolint.packs import installed
from resolint.pages import load
from resolint.readers.markdown import from_markdown
from strategies import drafts


class _Unsparing(Rule[Any]):
    """A rule that says of itself what another says, but not what it looks for."""

    code = ""
    name = ""

    def __init__(self, rule: Rule[Any]) -> None:
        self.rule = rule
        told = ("code", "name", "severity", "severities", "profiles", "stages")
        for name in (*told, "needs", "visits"):
            self.__dict__[name] = getattr(rule, name)

    def check(self, node: Node, within: Resolution) -> Iterator[Diagnostic]:
        return self.rule.check(node, within)


RULES = installed()
UNSPARING = [_Unsparing(rule) for rule in RULES.values()]


def hold(source: Source, profile: Profile | None = None) -> None:
    """Assert that what rules look for, and what they need, hides nothing."""
    found = lint(source, RULES.values(), profile=profile)
    assert lint(source, UNSPARING, profile=profile) == found


@pytest.mark.parametrize("code", RULES)
def test_examples_of_pages(code: str) -> None:
    """Of which each has what its rule finds."""
    for example in load(RULES[code]).examples:
        rule = RULES[code]
        if example.options:
            (rule,) = configured([rule], {code: dict(example.options)})
        shown, all_shown = (
            lint(
                example.source,
                [each],
                profile=example.profile,
                stage=example.stage,
                as_of=example.as_of,
            )
            for each in (rule, _Unsparing(rule))
        )
        assert shown == all_shown


@given(drafts())
def test_drafts(draft: Draft) -> None:
    """As they are written."""
    hold(from_markdown(markdown(draft), "draft.md"))


@given(messes())
def test_messes(text: str) -> None:
    """Good lines and bad ones, in any order, by each house style."""
    for profile in Profile:
        hold(from_markdown(text, "mess.md"), profile)


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the published texts are not here")
def test_published_texts() -> None:
    """One in so many, with all that they have."""
    for text in texts("md", "txt", step=40):
        hold(read(text.path))
