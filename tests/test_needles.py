"""What rules say that they look for, and what they are shown therefore."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from messes import messes
from resolint import (
    Diagnostic,
    Has,
    Node,
    Passage,
    Resolution,
    Rule,
    Shows,
    Source,
    Symbol,
    lint,
)
from resolint.grammar.needles import GAP, Lookout, Words, in_word, needled
from resolint.packs import installed
from resolint.readers.markdown import from_markdown

TEXT = """The General Assembly,

Recalling the report on lighthouses (A/79/12),

1. Welcomes the co‑operation of keepers;

2. Decides to meet again."""


class _Shown(Rule[Passage]):
    """Says what it is shown."""

    code = "TST001"
    name = "shown"

    def __init__(
        self,
        needles: tuple[str, ...] = (),
        cites: tuple[type[Node], ...] = (),
        when: frozenset[Has] = frozenset(),
    ) -> None:
        self.__dict__.update(needles=needles, cites=cites, when=when)

    def check(self, node: Passage, within: Resolution) -> Iterator[Diagnostic]:
        yield self.at(node.content, node.locator)


def _shown(rule: Rule[Passage], source: Source | None = None) -> list[str]:
    return [found.message for found in lint(source or Source.plain(TEXT), [rule])]


def test_rule_without_needles_is_shown_every_passage() -> None:
    """Whoever says nothing is shown all."""
    assert len(_shown(_Shown())) == 4


@pytest.mark.parametrize(
    ("needles", "cites", "shown"),
    [
        (("keepers",), (), ["paragraph 1"]),
        (("keepers", "decides"), (), ["paragraph 1", "paragraph 2"]),
        (("-",), (), ["paragraph 1"]),
        (("co-operation",), (), ["paragraph 1"]),
        (("to meet again",), (), ["paragraph 2"]),
        (("to meet keepers",), (), []),
        (("79",), (), ["first preambular paragraph"]),
        (("A/0",), (), ["first preambular paragraph"]),
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


LOOKS = """*The General Assembly*,

Recalling the lamps,[^1]

1. *Requests* the keepers:

(a) To *trim* the lamps;

2. *Decides* to meet again.

[^1]: See the log.
"""


@pytest.mark.parametrize(
    ("when", "shown"),
    [
        ({Has.CALLS}, ["first preambular paragraph"]),
        ({Has.ROMAN}, ["first preambular paragraph"]),
        ({Has.BELOW}, ["paragraph 1"]),
        ({Has.STRESS}, ["enacting line", "paragraph 1 (a)"]),
        ({Has.CALLS, Has.BELOW}, ["first preambular paragraph", "paragraph 1"]),
    ],
)
def test_rule_is_shown_passages_that_have_what_it_needs(
    when: set[Has], shown: list[str]
) -> None:
    """One of several is enough; the opening phrase in italics is no stress."""
    rule = _Shown(when=frozenset(when))
    assert _shown(rule, from_markdown(LOOKS, "lamps.md")) == shown


def test_bold_type_is_stress() -> None:
    """And what is underlined is."""
    text = "1. *Requests* **all** the keepers.\n\n2. *Requests* <u>all</u> the keepers."
    source = from_markdown(text, "lamps.md")
    assert Shows.ITALICS in source.shows
    assert len(_shown(_Shown(when=frozenset({Has.STRESS})), source)) == 2


class _Choosy(Rule[Passage]):
    """Says what it is shown; wants the words that the text has three times."""

    code = "TST002"
    name = "choosy"
    needles = ("lamps", "keepers", "log")

    def seeks(self, document: Resolution, here: object) -> list[str]:
        assert here == {"lamps", "keepers", "log"}
        return [each for each in self.needles if document.source.text.count(each) > 2]

    def check(self, node: Passage, within: Resolution) -> Iterator[Diagnostic]:
        yield self.at(node.content, node.locator)


def test_rule_chooses_among_the_needles_that_a_text_has() -> None:
    """It is told which there are, and shown passages with those it wants."""
    text = (
        "1. Requests lamps, lamps and a log;\n\n2. Requests keepers;\n\n3. Asks lamps."
    )
    assert _shown(_Choosy(), Source.plain(text)) == ["paragraph 1", "paragraph 3"]


def test_needles_of_rules_are_what_a_text_can_have() -> None:
    """A needle that no text can have would silence its rule."""
    for rule in installed().values():
        for needle in rule.looks_for():
            # A seam has signs for letters and for figures.
            seam = needle.replace("A", "a").replace("I", "i").replace("0", "1")
            seen = (Lookout.sort([needle]).seen(Words(text)) for text in (needle, seam))
            assert {needle} in seen, f"{rule.code}: {needle!r}"


@pytest.mark.parametrize(
    ("word", "needles"),
    [
        ("lamps", {"lamps"}),
        ("re-elect", {"re", "-", "elect", "re-", "re-elect", "A-", "-A", "A-A"}),
        ("1990-95", {"1990", "-", "95", "0-", "-0", "0-0", "0000", "00", " 0000"}),
        ("ii-iv", {"ii", "-", "iv", "ii-", "ii-iv", "A-", "-A", "A-A", "I-I"}),
        ("“(a", {"“", "(", "a", " “", "“(", " “ ", "(A", " (A"}),
        ("“.5", {"“", ".", "5", " “", "“.", " “ ", ".0", " .0", "0"}),
        ("a__b", {"a", "b", "__"}),
        ("xxxxxx", {"xxxxxx", "xxxx"}),
    ],
)
def test_needles_in_a_word(word: str, needles: set[str]) -> None:
    """Words, numbers, marks, what they join, and seams."""
    assert {*in_word(word)} == needles


def test_capitals_whose_small_letters_are_two_lose_nothing() -> None:
    """Of a text with them the places in small letters are others."""
    text = "1. Requests İİİİ the lamps;\n\n2. Requests the keepers."
    assert _shown(_Shown(("keepers",)), Source.plain(text)) == ["paragraph 2"]


@given(messes(), st.data())
def test_lookout_sees_what_a_text_has(text: str, data: st.DataObject) -> None:
    """Of any needles those that the text has, phrases of its words among them."""
    every = sorted(needled(text))
    words = Words(text).small.split(" ")
    at = data.draw(st.integers(0, len(words)))
    phrase = " ".join(words[at : at + data.draw(st.integers(2, 6))])
    some = data.draw(st.sets(st.sampled_from([*every, "lamps", "a-b", GAP, "0.0"])))
    wanted = {*some, phrase} if " " in phrase.strip() else some
    seen = Lookout.sort(wanted).seen(Words(text))
    assert seen - {phrase} == wanted & {*every} - {phrase}
    assert phrase in seen or phrase not in wanted
