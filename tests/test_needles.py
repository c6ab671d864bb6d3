"""What rules say that they look for, and what they are shown therefore."""

from collections.abc import Iterator

import pytest

from resolint import Diagnostic, Node, Passage, Resolution, Rule, Source, Symbol, lint
from resolint.grammar.space import needled
from resolint.packs import installed

TEXT = """The General Assembly,

Recalling the report on lighthouses (A/79/12),

1. Welcomes the co‑operation of keepers;

2. Decides to meet again."""


class _Shown(Rule[Passage]):
    """Says what it is shown."""

    code = "TST001"
    name = "shown"

    def __init__(
        self, needles: tuple[str, ...] = (), cites: tuple[type[Node], ...] = ()
    ) -> None:
        self.__dict__.update(needles=needles, cites=cites)

    def check(self, node: Passage, within: Resolution) -> Iterator[Diagnostic]:
        yield self.at(node.content, node.locator)


def _shown(rule: Rule[Passage]) -> list[str]:
    return [found.message for found in lint(Source.plain(TEXT), [rule])]


def test_rule_without_needles_is_shown_every_passage() -> None:
    """Whoever says nothing is shown all."""
    assert len(_shown(_Shown())) == 4


@pytest.mark.parametrize(
    ("needles", "cites", "shown"),
    [
        (("keepers",), (), ["paragraph 1"]),
        (("keepers", "decides"), (), ["paragraph 1", "paragraph 2"]),
        (("-",), (), ["paragraph 1"]),
        (("79",), (), ["first preambular paragraph"]),
        (("keeper",), (), []),
        ((), (Symbol,), ["first preambular paragraph"]),
        (("keepers",), (Symbol,), ["first preambular paragraph", "paragraph 1"]),
    ],
)
def test_rule_is_shown_passages_with_what_it_looks_for(
    needles: tuple[str, ...], cites: tuple[type[Node], ...], shown: list[str]
) -> None:
    """A needle, or a node of a kind, in the words of a passage is enough."""
    assert _shown(_Shown(needles, cites)) == shown


def test_needles_of_rules_are_what_a_text_can_have() -> None:
    """A needle that no text can have, of two words say, would silence its rule."""
    for rule in installed().values():
        for needle in rule.needles:
            assert needled(needle) == {needle}, f"{rule.code}: {needle!r}"
