"""What is told above the parts of a draft."""

from hypothesis import given
from lsprotocol import types

from editing import analysed, place_of
from harbours import DRAFT, PARTS
from messes import messes
from resolint.diagnostic import Severity
from resolint.server.lens import lenses

_ASKED = types.CodeLensParams(types.TextDocumentIdentifier("file:///draft.md"))


def told(text: str, name: str = "draft.md") -> dict[int, str]:
    """Return what is told above each line, from 1, up to the findings."""
    found = {}
    for each in lenses(analysed(text, name), _ASKED) or []:
        assert each.command is not None and each.command.command == ""
        found[each.range.start.line + 1] = each.command.title.partition(" · ")[0]
    return found


def test_each_part_tells_how_much_it_has() -> None:
    """Words of the whole stand above the title, paragraphs above each part."""
    assert told(DRAFT) == {
        5: f"{len(analysed(DRAFT).source.text.split())} words",  # type: ignore[union-attr]
        9: "2 paragraphs",
        13: "5 paragraphs",
        34: "23 words",
        42: "2 notes",
    }


def test_parts_tell_their_own() -> None:
    """Each lettered part has its own preamble and operative part."""
    found = told(PARTS, "draft.txt")
    assert [found[line] for line in (9, 11, 21, 23)] == [
        "1 paragraph",
        "2 paragraphs",
        "1 paragraph",
        "2 paragraphs",
    ]


def test_findings_are_counted_where_they_are() -> None:
    """What was found in a part is told above it, all of it above the title."""
    text = DRAFT.replace("harbours;", "harbours,").replace("thereof,", "thereof;")
    analysis = analysed(text)
    titles = {
        each.range.start.line: each.command.title if each.command else ""
        for each in lenses(analysis, _ASKED) or []
    }
    line = place_of(analysis, "*Recalling*").line
    assert titles[line] == "2 paragraphs · 1 error"
    errors = sum(each.severity is Severity.ERROR for each in analysis.found)
    top = place_of(analysis, "79/150").line
    assert f" · {errors} error" in titles[top]


def test_what_is_no_resolution_tells_nothing() -> None:
    """A text that is not judged has no lens."""
    assert lenses(analysed("# Shopping\n\nBread and milk.\n"), _ASKED) is None


@given(messes())
def test_nothing_raises(text: str) -> None:
    """Each lens of any text is one place."""
    for each in lenses(analysed(text), _ASKED) or []:
        assert each.range.start == each.range.end
