"""The rules on italics."""

import pytest

from resolint import lint
from resolint.readers.markdown import from_markdown
from resolint_rules.italics.extent import OpeningExtent
from resolint_rules.italics.opening import OpeningItalics
from resolint_rules.italics.phrases import phrases
from resolint_rules.italics.second import SecondVerb

OFTEN = 20


@pytest.mark.parametrize("part", ["preamble", "operative"])
def test_published_phrases(part: str) -> None:
    """A phrase that published resolutions often have in italics is as it should be."""
    number = "1. " if part == "operative" else ""
    lines = []
    for phrase, known in phrases(part).items():
        for word, share in known.shares.items():
            if known.times * share >= OFTEN:
                lines.append(f"{number}*{phrase.capitalize()}* {word} lamps,")
    source = from_markdown("*The General Assembly*,\n\n" + "\n\n".join(lines))
    said = [
        diagnostic.message
        for diagnostic in lint(source, [OpeningExtent(), OpeningItalics()])
    ]
    assert said == []


@pytest.mark.parametrize(
    ("paragraph", "right"),
    [
        ("*Taking note of* lamps,", "Taking note"),
        ("*Calling* upon keepers,", "Calling upon"),
        ("*Recallin*g lamps,", "Recalling"),
        ("*Deeply* concerned about lamps,", "Deeply concerned"),
        ("*Mindful of* lamps,", "Mindful"),
    ],
)
def test_extent(paragraph: str, right: str) -> None:
    """Italics end where the phrase ends."""
    source = from_markdown(f"*The General Assembly*,\n\n{paragraph}\n")
    (diagnostic,) = lint(source, [OpeningExtent()])
    assert f"“{right}” in italics" in diagnostic.message


@pytest.mark.parametrize(
    "words", ["erga omnes", "Requests and Replies", "b", "Keepers v. Lamps", "notes"]
)
def test_no_verb(words: str) -> None:
    """Italics that are no verb may stand anywhere."""
    source = from_markdown(
        f"*The General Assembly*,\n\n*Recalling* the lamps and *{words}* of them,\n"
    )
    assert lint(source, [SecondVerb()]) == []
