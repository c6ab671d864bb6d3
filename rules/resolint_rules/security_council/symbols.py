"""Symbols of reports and letters in texts of the Security Council, and notes."""

from collections.abc import Iterator

from resolint import (
    Diagnostic,
    Fix,
    Footnote,
    Paragraph,
    Passage,
    Profile,
    Resolution,
    Rule,
    Safety,
    Severity,
    Shows,
    Symbol,
)
from resolint.grammar.space import folded
from resolint_rules.patterns import Pattern
from resolint_rules.references.words import annexed, quoted

# Behind “document” and “circulated as” the symbol is part of the sentence.
_LEAD = Pattern(
    r"\b(?!(?:documents?|in|as|and|or|see|symbols?|under|to|with|by|of|both|titled"
    r"|resolutions?|decisions?|letters|reports)\b)[\w’]+ \Z"
)
_TAIL = Pattern(r",? (?:annex|enclosure|appendix|paragraph|para\.|chap)")
_REACH = 40
_BEFORE = 400


class SymbolInText(Rule[Passage]):
    """A symbol in a note, or in the text without parentheses."""

    code = "SCR006"
    name = "symbol-in-parentheses"
    severity = Severity.INFO
    profiles = (Profile.SC,)
    cites = (Symbol,)

    def check(self, node: Passage, within: Resolution) -> Iterator[Diagnostic]:
        """Want “the report of the Secretary-General (S/2024/309)”."""
        if isinstance(node, Footnote):
            symbols = documents(node)
            if symbols:
                listed = " and ".join(each.text for each in symbols)
                yield self.at(
                    node.content,
                    f"{node.locator} should stand in the text, in parentheses: "
                    f"“({listed})”",
                )
        elif isinstance(node, Paragraph):
            yield from self._bare(node, within)

    def _bare(self, node: Passage, within: Resolution) -> Iterator[Diagnostic]:
        text = folded(within.source[node.content])
        for symbol in documents(node):
            start = symbol.span.start - node.content.start
            end = symbol.span.end - node.content.start
            before = text[max(0, start - _BEFORE) : start]
            if before.count("(") > before.count(")"):
                continue
            if not _LEAD.search(before[-_REACH:]) or _TAIL.match(text, end):
                continue
            if quoted(text, start, node, within) or annexed(node, within):
                continue
            right = f"({within.source[symbol.span]})"
            yield self.at(
                symbol.span,
                f"{node.locator} should have the symbol in parentheses: “{right}”",
                Fix.replace(symbol.span, right, Safety.UNSAFE),
            )


class CouncilNotes(Rule[Resolution]):
    """Footnotes in a text of the Security Council."""

    code = "SCR013"
    name = "council-footnotes"
    severity = Severity.INFO
    profiles = (Profile.SC,)
    needs = frozenset({Shows.NOTES})

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want what a note says in the text, or in an annex."""
        if not node.whole:
            return
        # A note that gives a symbol is the business of SCR006.
        notes = [note for note in node.notes if not documents(note)]
        if notes:
            yield self.at(
                notes[0].content,
                f"{notes[0].locator} should stand in the text or in an annex: Security "
                "Council texts have no footnotes",
            )


def documents(passage: Passage) -> list[Symbol]:
    """Return the symbols of reports and letters that a passage has."""
    return [
        node
        for node in passage.inline
        if isinstance(node, Symbol)
        and node.text.startswith(("S/", "A/"))
        and not node.text.startswith(("S/RES/", "A/RES/", "S/PRST/", "S/AGENDA"))
    ]
