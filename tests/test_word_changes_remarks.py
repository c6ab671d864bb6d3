"""Comments of Word files that switch rules off, in each view; replies, resolved."""

import zipfile
from io import BytesIO

import pytest

from resolint import View
from resolint.readers.word import read
from resolint.text import Source
from test_word_changes import added, taken
from test_word_package import docx, par, run, zipped

IGNORE = "resolint: ignore PRE003 as agreed"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
THREADS = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"


def marked(name: int, inner: str) -> str:
    """Attach a comment to some runs."""
    return (
        f'<w:commentRangeStart w:id="{name}"/>{inner}<w:commentRangeEnd w:id="{name}"/>'
        f'<w:r><w:commentReference w:id="{name}"/></w:r>'
    )


def comment(name: int, words: str, told: str = "") -> str:
    """Make a comment; ``told`` is what threads know it by."""
    inner = par(words).replace("<w:p>", f'<w:p xmlns:x="{W14}" x:paraId="{told}">')
    return f'<w:comment w:id="{name}" w:author="B">{inner}</w:comment>'


def threaded(data: bytes, *rows: str) -> bytes:
    """Add the part that says which comment answers which."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        files = {each: archive.read(each) for each in archive.namelist()}
    path = "word/_rels/document.xml.rels"
    link = f'<Relationship Id="t" Type="{THREADS}" Target="threads.xml"/>'
    files[path] = files[path].replace(
        b"</Relationships>", f"{link}</Relationships>".encode()
    )
    inner = "".join(f"<w15:commentEx {each}/>" for each in rows)
    part = f'<w15:commentsEx xmlns:w15="{W15}">{inner}</w15:commentsEx>'
    files["word/threads.xml"] = part.encode()
    return zipped(files)


def said(source: Source) -> list[tuple[str, str]]:
    """Return what each remark is attached to, and its words."""
    return [(source[span], words) for span, words in source.remarks]


@pytest.mark.parametrize("view", View)
def test_a_comment_is_on_its_words_in_each_view(view: View) -> None:
    """Changes around them and in them change nothing."""
    body = par(taken("old "), marked(0, run("the lamp")), added(" new"))
    source = read(docx(body, comments=comment(0, IGNORE)), "a.docx", view)
    assert said(source) == [("the lamp", IGNORE)]


def test_a_comment_on_deleted_words_goes_with_them() -> None:
    """What is no more there needs no remark; its range follows what is left."""
    whole = taken("x").replace("</w:del>", f"{marked(0, run('y'))}</w:del>")
    comments = comment(0, IGNORE)
    assert said(read(docx(par("kept", whole), comments=comments), "a.docx")) == []
    half = par("kept ", marked(0, taken("old") + run("words")), " on")
    assert said(read(docx(half, comments=comments), "a.docx")) == [("words", IGNORE)]
    original = read(docx(half, comments=comments), "a.docx", View.ORIGINAL)
    assert said(original) == [("oldwords", IGNORE)]


def test_a_reply_may_be_the_remark() -> None:
    """Word attaches it to the same words; who does not, still means them."""
    comments = comment(0, "Why a full stop?", "A1") + comment(1, IGNORE, "B2")
    both = par(marked(0, marked(1, run("The lamp."))))
    assert ("The lamp.", IGNORE) in said(read(docx(both, comments=comments), "a.docx"))
    alone = docx(par(marked(0, run("The lamp."))), comments=comments)
    row = 'w15:paraId="B2" w15:paraIdParent="A1" w15:done="0"'
    data = threaded(alone, 'w15:paraId="A1" w15:done="0"', row)
    for view in View:
        assert ("The lamp.", IGNORE) in said(read(data, "a.docx", view))
    assert ("The lamp.", IGNORE) not in said(read(alone, "a.docx"))


def test_a_resolved_comment_still_counts() -> None:
    """It is out of the way of those who read, and in the file."""
    data = docx(par(marked(0, run("Lamps."))), comments=comment(0, IGNORE, "A1"))
    data = threaded(data, 'w15:paraId="A1" w15:done="1"')
    assert said(read(data, "a.docx")) == [("Lamps.", IGNORE)]


def test_threads_that_lead_nowhere_are_passed_over() -> None:
    """A reply to itself, to nothing, from nothing."""
    data = docx(par("Lamps."), comments=comment(0, IGNORE, "A1"))
    rows = ('w15:paraId="A1" w15:paraIdParent="A1"', 'w15:paraIdParent="Z"', "")
    assert said(read(threaded(data, *rows), "a.docx")) == []
