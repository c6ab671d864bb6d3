"""The published resolutions and drafts, held against their answer keys."""

import json
import os
import re
from pathlib import Path
from typing import Any

import pytest

from resolint.grammar.space import plain
from resolint.readers.plain import read
from resolint.text import Source, Style

SHARED = Path(
    os.environ.get("RESOLINT_SHARED", Path(__file__).parents[1].parent / "shared")
)
MARKER = re.compile(r"^(?:[-–—•]|\d+\.|\(?[a-z]+\)|[a-z]+\.)\s*")

needs_corpus = pytest.mark.skipif(
    not (SHARED / "corpus").is_dir(), reason="the corpus is not here"
)


def texts(source: Source, style: Style) -> list[str]:
    """Return the blocks of one style, as they are compared."""
    return [
        plain(source[block.span]) for block in source.blocks if block.style is style
    ]


def wanted(key: dict[str, Any]) -> list[str]:
    """Return the paragraphs of an answer key, items among them."""
    found = [paragraph["text"] for paragraph in key.get("preamble", [])]
    for operative in key.get("operative", []):
        found.append(operative["text"])
        found += [item["text"] for item in operative.get("items") or []]
    return [plain(text) for text in found]


@needs_corpus
def test_paragraphs_and_notes_are_those_of_the_answer_keys() -> None:
    """Of the published texts, at least 98 in 100."""
    paragraphs = notes = found = told = 0
    for path in sorted((SHARED / "corpus").glob("*/*.txt"))[::9]:
        if not path.with_suffix(".json").exists():
            continue
        key = json.loads(path.with_suffix(".json").read_text("utf-8"))
        source = read(path.read_bytes(), path.name)
        body = texts(source, Style.BODY)
        known = {*body, *(MARKER.sub("", text) for text in body)}
        paragraphs += len(wanted(key))
        found += sum(text in known for text in wanted(key))
        listed = [plain(note) for note in key.get("footnotes", [])]
        notes += len(listed)
        pairs = zip(listed, texts(source, Style.NOTE), strict=False)
        told += sum(left == right for left, right in pairs)
        assert "United Nations" in texts(source, Style.MASTHEAD)
    assert paragraphs
    assert found / paragraphs > 0.98
    assert told / notes > 0.98


@needs_corpus
def test_the_calls_of_the_first_resolution() -> None:
    """Five notes, each at its place."""
    path = next((SHARED / "seed").glob("*.txt"))
    source = read(path.read_bytes(), path.name)
    assert [
        (call.label, source.text[call.at - 5 : call.at]) for call in source.calls
    ] == [
        ("1", "ights"),
        ("2", "1993,"),
        ("3", "tion;"),
        ("4", "2004,"),
        ("5", "ttee;"),
    ]
    assert len(texts(source, Style.NOTE)) == 5
    assert len(texts(source, Style.MASTHEAD)) == 7


@needs_corpus
def test_drafts_read_into_paragraphs_that_end_as_paragraphs_do() -> None:
    """Their notes are called."""
    ended = paragraphs = called = notes = 0
    for path in sorted((SHARED / "corpus" / "drafts").glob("*.txt")):
        source = read(path.read_bytes(), path.name)
        operative = [t for t in texts(source, Style.BODY) if re.match(r"\d+\. ", t)]
        paragraphs += len(operative)
        ended += sum(bool(re.search(r"[,;:.?”]$|; (?:and|or)$", t)) for t in operative)
        labels = {block.label for block in source.blocks if block.style is Style.NOTE}
        notes += len(labels)
        called += len(labels & {call.label for call in source.calls})
    assert ended / paragraphs > 0.98
    assert called / notes > 0.98
