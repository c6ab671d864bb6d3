"""Word files mutated and cut off: a source or one line that says why, in good time."""

import copy
import os
import re
import time
import zipfile
from io import BytesIO

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

import resolint
from resolint import Source, UnreadableError, View
from resolint.changes import Checked, brought_about
from resolint.engine import understood
from test_word_changes import INSERTED, LISTS, NUMBERED, added, taken
from test_word_changes_remarks import IGNORE, comment, marked, threaded
from test_word_package import W, docx, par, run, zipped

EXAMPLES = 1000 if os.environ.get("RESOLINT_THOROUGH") else 200
SECONDS = 10
"""Far more than any of them takes, even on a slow machine."""

NOTE = f'<w:footnote w:id="2">{par(taken("Old"), added("New"), ".")}</w:footnote>'
CALL = '<w:r><w:footnoteReference w:id="2"/></w:r>'
GOOD = threaded(
    docx(
        par(run("The General Assembly", "<w:i/>"), ",")
        + par(run("Recalling", "<w:i/>"), taken(" its"), " lamps,", CALL)
        + par(added("Lights"), " them;", properties=NUMBERED + INSERTED)
        + par(marked(0, run("Ends.")), properties=NUMBERED)
        + "<w:tbl><w:tr><w:trPr><w:ins w:id='1'/></w:trPr>"
        + f"<w:tc>{par('cell')}</w:tc></w:tr></w:tbl>",
        numbering=LISTS,
        footnotes=NOTE,
        comments=comment(0, IGNORE, "A1"),
        settings="<w:trackRevisions/>",
        styles='<w:style w:styleId="H"><w:name w:val="x"/></w:style>',
    ),
    'w15:paraId="A1" w15:done="1"',
)
PARTS = {
    each: zipfile.ZipFile(BytesIO(GOOD)).read(each)
    for each in zipfile.ZipFile(BytesIO(GOOD)).namelist()
}
NAMES = st.sampled_from(sorted(PARTS))
VALUES = st.sampled_from(
    [b"", b"-1", b"99999999999", b"0", b"x", b"\xff", "é".encode(), b"%1%9", b"true"]
)
ELEMENTS = st.sampled_from(
    [
        *("w:ins", "w:del", "w:moveFrom", "w:sdt", "w:hyperlink", "w:p", "w:r"),
        *("w:tbl", "w:tc", "w:pPrChange", "w:rPrChange", "w:numPr", "w:footnote"),
        *("mc:Choice", "m:oMath"),
    ]
)
HOW = ["bytes", "cut", "part", "value", "tag", "deep", "gone", "tree", "tree", "tree"]
_ATTRIBUTE = re.compile(rb'="([^"]*)"')
_TAG = re.compile(rb"</?[\w:]+[^<>]*>")


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """Draw a Word file with damage in it."""
    how = draw(st.sampled_from(HOW))
    if how == "bytes":
        data = bytearray(GOOD)
        for at in draw(st.lists(st.integers(0, len(data) - 1), min_size=1, max_size=9)):
            data[at] = draw(st.integers(0, 255))
        return bytes(data)
    if how == "cut":
        return GOOD[: draw(st.integers(0, len(GOOD)))]
    parts = dict(PARTS)
    for name in draw(st.lists(NAMES, min_size=1, max_size=3)):
        if name in parts:
            parts[name] = draw(_part(parts[name], how))
        if how == "gone":
            parts.pop(name, None)
    return zipped(parts)


@st.composite
def _part(draw: st.DrawFn, part: bytes, how: str) -> bytes:
    match how:
        case "part":
            start, end = sorted(draw(st.tuples(*[st.integers(0, len(part))] * 2)))
            return part[:start] + part[end:]
        case "value":
            return _replaced(draw, part, _ATTRIBUTE, b'="' + draw(VALUES) + b'"')
        case "tag":
            other = draw(st.sampled_from([*_TAG.findall(part), b""]))
            return _replaced(draw, part, _TAG, other)
        case "tree":
            return _shuffled(draw, part)
        case "deep":
            name, depth = draw(ELEMENTS), draw(st.sampled_from([9, 200, 400, 5000]))
            deep = f"<{name}>" * depth + "x" + f"</{name}>" * depth
            at = draw(st.sampled_from([each.end() for each in _TAG.finditer(part)]))
            return part[:at] + deep.encode() + part[at:]
        case _:
            return part


def _shuffled(draw: st.DrawFn, part: bytes) -> bytes:
    """Take elements out, put them elsewhere, rename them: well-formed, and wrong."""
    root = etree.fromstring(part)
    for _ in range(draw(st.integers(1, 6))):
        elements = [*root.iter()]
        this, other = (draw(st.sampled_from(elements)) for _ in range(2))
        parent = this.getparent()
        match draw(st.sampled_from(["out", "copy", "move", "rename", "wrap"])):
            case "out" if parent is not None:
                parent.remove(this)
            case "copy":
                other.append(copy.deepcopy(this))
            case "move" if this not in other.iterancestors() and this is not other:
                other.append(this)
            case "rename":
                this.tag = other.tag
            case "wrap" if parent is not None:
                name = draw(ELEMENTS).partition(":")[2]
                wrapper = etree.SubElement(parent, f"{{{W}}}{name}")
                wrapper.append(this)
    return etree.tostring(root)


def _replaced(
    draw: st.DrawFn, part: bytes, what: re.Pattern[bytes], by: bytes
) -> bytes:
    found = [*what.finditer(part)]
    if not found:
        return part
    match = draw(st.sampled_from(found))
    return part[: match.start()] + by + part[match.end() :]


def opened(data: bytes, view: View) -> Source | None:
    """Read a file in a view; None if it is refused in the way that is due."""
    begun = time.monotonic()
    try:
        return resolint.read(data, "a.docx", view=view)
    except UnreadableError as error:
        assert str(error).startswith("a.docx: ")
        assert "\n" not in str(error)
        return None
    finally:
        assert time.monotonic() - begun < SECONDS


@settings(max_examples=EXAMPLES)
@given(mutated())
def test_damage_gives_a_source_or_one_line(data: bytes) -> None:
    """In each view; and what is read can be linted and compared."""
    final, original, both = (opened(data, view) for view in View)
    if final is None:
        return
    for source in (final, both):
        if source is not None:
            understood(source)
            assert all(source[each.span] for each in source.blocks)
    if original is not None:
        brought_about(Checked(original, ()), Checked(final, ()))


def test_the_whole_file_is_read() -> None:
    """What the damage is done to is sound."""
    source = resolint.read(GOOD, "a.docx")
    assert source.tracked == 6
    assert len(source.remarks) == 1
