"""Italics, bold type and underlining that only stress a word."""

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from operator import attrgetter

from resolint import (
    UNITED_NATIONS,
    Diagnostic,
    Fix,
    Has,
    Operative,
    Organ,
    Paragraph,
    Preambular,
    Resolution,
    Rule,
    Severity,
    Shows,
    Span,
)
from resolint.grammar.space import folded
from resolint.regex import regex
from resolint.tables import rows
from resolint_rules.italics.phrases import verb
from resolint_rules.spelling.forms import hits

_WORDS = regex(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_MOST = 4
"""More words than this are no mere stress, but a title or a quotation."""
_FOREIGN = ("anglicised.tsv", "foreign.tsv")


class NoEmphasis(Rule[Paragraph]):
    """A word within a paragraph that is in bold, underlined or in italics."""

    code = "ITA008"
    name = "no-emphasis"
    severity = Severity.WARNING
    profiles = UNITED_NATIONS
    needs = frozenset({Shows.ITALICS})
    when = frozenset({Has.STRESS})

    def check(self, node: Paragraph, within: Resolution) -> Iterator[Diagnostic]:
        """Want the words to carry their own weight."""
        source = within.source
        begin = node.opening.span.end if node.opening else node.content.start
        body = Span(begin, node.content.end)
        for runs, how in ((source.bold, "in bold"), (source.underline, "underlined")):
            first = bisect_left(runs, body.start, key=attrgetter("start"))
            last = bisect_left(runs, body.end, key=attrgetter("start"))
            for run in runs[first:last]:
                if _is_stressed(node, body, run, source[run]):
                    words = " ".join(source[run].split())
                    yield self.at(
                        run, f"{node.locator} should not have “{words}” {how}"
                    )
        for each in source.emphasis_in(body):
            run = each.span
            # What stands right behind the opening may belong to it: see ITA003.
            if not source[Span(body.start, max(body.start, run.start))].strip():
                continue
            if run not in body or not _is_italic_stress(node, within, run):
                continue
            words = " ".join(source[run].split())
            message = (
                f"{node.locator} should not have “{words}” in italics for emphasis"
            )
            yield self.at(run, message, Fix.romanise(run))


def _is_stressed(node: Paragraph, body: Span, run: Span, words: str) -> bool:
    """Whether a run in bold, or underlined, is a part of a paragraph."""
    if run not in body or not any(map(str.isalpha, words)):
        return False
    # A heading that runs into its paragraph is at the beginning of it.
    starts = run.start <= node.content.start + 1
    return not starts and len(run) < len(node.content) // 2


def _is_italic_stress(node: Paragraph, within: Resolution, run: Span) -> bool:
    """Whether a run in italics is no opening, title, foreign word or letter."""
    source = within.source
    text = folded(source[run])
    words = _WORDS.findall(text)
    if not words or len(words) > _MOST or text != text.lower():
        return False
    if any(hits(table, text) for table in _FOREIGN):
        return False
    part = "preamble" if isinstance(node, Preambular) else "operative"
    if isinstance(node, Preambular | Operative) and verb(source, run, part):
        return False
    stressed = [word for word in words if word in _stressed()]
    if within.organ is Organ.SC or not stressed:
        # There the verbs further on are in italics, and words that go with them.
        return len(stressed) == len(words)
    return all(word in _stressed() or _is_english(source.text, word) for word in words)


def _is_english(text: str, word: str) -> bool:
    return text.lower().count(f" {word} ") > 1


@cache
def _stressed() -> frozenset[str]:
    """Return the words that are set in italics only to be stressed."""
    return frozenset(row["word"] for row in rows("stressed.tsv", "resolint_rules"))
