"""Comments: what each says, and what it is attached to."""

from collections.abc import Mapping

from lxml.etree import _Element

from resolint.readers.word.names import kind, value
from resolint.readers.word.runs import Shared
from resolint.readers.word.stories import joined, story
from resolint.text import Span


def remarks(
    root: _Element | None,
    threads: _Element | None,
    spans: Mapping[str, Span],
    shared: Shared,
) -> list[tuple[Span, str]]:
    """Return the words of the comments that are attached to something, with what.

    A reply that is attached to nothing itself is where the comment is that it answers.
    One that is resolved says what it says: it is still part of the file.
    """
    comments = {
        value(each, "id") or "": each
        for each in ([] if root is None else root)
        if kind(each) == "comment"
    }
    above = _answered(comments, threads)
    found = []
    for name, comment in comments.items():
        span = spans.get(name) or spans.get(above.get(name, ""))
        if span is not None:
            found.append((span, joined(story(comment, shared), "\n")))
    return sorted(found)


def _answered(
    comments: Mapping[str, _Element], threads: _Element | None
) -> dict[str, str]:
    """Return, for each comment that is a reply, the one that it answers.

    A comment is known in the part that says so by the last paragraph in it.
    """
    names = {
        told: name
        for name, comment in comments.items()
        for each in comment.iter("{*}p")
        if (told := _told(each, "paraId"))
    }
    found: dict[str, str] = {}
    for each in [] if threads is None else threads:
        reply = names.get(_told(each, "paraId"))
        answered = names.get(_told(each, "paraIdParent"))
        if reply is not None and answered is not None:
            found[reply] = answered
    return found


def _told(element: _Element, name: str) -> str:
    """Return an attribute of whatever edition of Word."""
    return next(
        (
            str(said)
            for key, said in element.attrib.items()
            if str(key).rpartition("}")[2] == name
        ),
        "",
    )
