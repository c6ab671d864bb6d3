"""The server's text of a draft is the editor's, and so is what is found in it."""

import os
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)
from lsprotocol import types

from resolint.cli.baseline import Baselines
from resolint.cli.judging import Judge
from resolint.cli.known import known_rules
from resolint.readers import UnreadableError
from resolint.render.lsp import described
from resolint.render.report import Layout
from resolint.server.analysis import Analysis
from resolint.server.diagnostics import diagnostics
from resolint.server.house import House
from resolint.server.texts import RULERS, Text
from resolint.settings import Settings
from talking import DRAFT

ENCODINGS = st.sampled_from([each.value for each in types.PositionEncodingKind])
WORDS = st.one_of(
    st.sampled_from(
        [
            "\n",
            "\r\n",
            "\r",
            "\n\n",
            "\u2028",
            "\f",
            "𝕏",
            "é",
            "*",
            ";",
            ",",
            "1. *Notes* the lamps;\n",
            "[^1]",
            "[^1]: A/79/328.\n",
            "resolution 59/262 of 23 December 2004",
            "<!-- resolint: ignore OPN -->\n",
            DRAFT,
        ]
    ),
    st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=8),
)
UNITS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}


def lines(text: str) -> list[str]:
    """Return the lines of a text, as the protocol ends them, with their ends."""
    found, line = [], ""
    for index, char in enumerate(text):
        line += char
        if char == "\n" or (char == "\r" and text[index + 1 : index + 2] != "\n"):
            found.append(line)
            line = ""
    return [*found, line]


def position(text: str, offset: int, encoding: str) -> types.Position:
    """Return the position of an offset, counted in another way than the server's."""
    codec, size = UNITS[encoding]
    before = lines(text[:offset])
    # A line end that is cut in two is one line end yet.
    if text[offset - 1 : offset + 1] == "\r\n":
        before = [*before[:-2], before[-2].removesuffix("\r")]
    return types.Position(len(before) - 1, len(before[-1].encode(codec)) // size)


def analysed(text: Text, name: str) -> Analysis:
    """Return what the server knows of a text."""
    house = House(tell=lambda _: None)
    analyst = house.analyst(f"untitled:{name}")
    return analyst.analysed(f"untitled:{name}", text, 1, lambda: None)


def checked(text: str, name: str, encoding: str) -> list[dict[str, Any]]:
    """Return what the command finds in a file with a text."""
    rules = known_rules()
    judge = Judge(
        rules=rules,
        assume=False,
        only_changes=False,
        verbose=False,
        baselines=Baselines(),
        since=None,
        tell=lambda _: None,
    )
    try:
        report = judge.judged(text.encode(), name, Settings())
    except UnreadableError:
        return []
    if report is None:
        return []
    level = Settings().level.rank
    shown = tuple(each for each in report.found if each.severity.rank >= level)
    made = type(report)(resolution=report.resolution, found=shown)
    return described(made, Layout(rules=rules), f"untitled:{name}", RULERS[encoding])


class Editing(RuleBasedStateMachine):
    """An editor and the server, edit by edit."""

    @initialize(
        text=st.one_of(st.just(DRAFT), WORDS),
        encoding=ENCODINGS,
        name=st.sampled_from(["draft.md", "draft.txt"]),
    )
    def opens(self, text: str, encoding: str, name: str) -> None:
        """Let the editor open a draft."""
        self.mine, self.encoding, self.name = text, encoding, name
        self.its = Text(text, encoding)

    @rule(data=st.data(), new=WORDS)
    def edits(self, data: st.DataObject, new: str) -> None:
        """Let the editor change a range of it."""
        size = len(self.mine)
        start = data.draw(st.integers(0, size))
        end = data.draw(st.integers(start, min(size, start + 40)))
        # No editor has a position between the halves of a line end.
        start, end = (
            at - (self.mine[at - 1 : at + 1] == "\r\n") for at in (start, end)
        )
        places = [position(self.mine, at, self.encoding) for at in (start, end)]
        area = types.Range(*places)
        self.its = self.its.changed(
            types.TextDocumentContentChangePartial(range=area, text=new)
        )
        self.mine = self.mine[:start] + new + self.mine[end:]

    @rule(new=WORDS)
    def replaces(self, new: str) -> None:
        """Let the editor replace all of it."""
        self.its = self.its.changed(types.TextDocumentContentChangeWholeDocument(new))
        self.mine = new

    @precondition(lambda self: hasattr(self, "mine"))
    @invariant()
    def same_text(self) -> None:
        """Hold the text of the server against the one of the editor."""
        assert self.its.words == self.mine

    def teardown(self) -> None:
        """Hold what is found in the end against what the command finds in a file."""
        if not hasattr(self, "mine") or self.mine.startswith("\ufeff"):
            return
        found = analysed(self.its, self.name)
        known = diagnostics(found)
        assert [(each.code, each.message, _range(each)) for each in known] == [
            (each["code"], each["message"], each["range"])
            for each in checked(self.mine, self.name, self.encoding)
        ]


def _range(found: types.Diagnostic) -> dict[str, dict[str, int]]:
    return {
        name: {"line": at.line, "character": at.character}
        for name, at in (("start", found.range.start), ("end", found.range.end))
    }


TestEditing = Editing.TestCase
TestEditing.settings = settings(
    max_examples=10_000 if os.environ.get("RESOLINT_THOROUGH") else 60,
    stateful_step_count=12,
    deadline=None,
)


@given(st.text(max_size=60), ENCODINGS)
def test_a_position_leads_back_to_its_offset(text: str, encoding: str) -> None:
    """Each offset has one position, which leads back to it."""
    known = Text(text, encoding)
    for offset in range(len(text) + 1):
        if text[max(offset - 1, 0) : offset + 1] == "\r\n":
            continue
        assert known.offset(known.position(offset)) == offset


@pytest.mark.parametrize("encoding", UNITS)
def test_a_position_outside_is_moved_in(encoding: str) -> None:
    """Beyond the end of a line is its end; beyond the last line is the end."""
    text = Text("ab\r\n𝕏c", encoding)
    assert text.offset(types.Position(0, 99)) == 2
    assert text.offset(types.Position(7, 0)) == 6
    assert text.position(99) == text.position(6)
    if encoding != "utf-32":
        # In the middle of a character is before it.
        assert text.offset(types.Position(1, 1)) == 4
