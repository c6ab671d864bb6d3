"""How sub-clauses begin, and how they end."""

from collections.abc import Iterator, Sequence

from resolint import Diagnostic, Edit, Fix, Item, Resolution, Safety, Severity, Span
from resolint_rules.endings import MARKS, ending
from resolint_rules.model_un.conferences import ConferenceRule
from resolint_rules.model_un.likeness import with_others
from resolint_rules.subparagraphs.lists import BULLETS, all_items
from resolint_rules.title.words import title_words
from resolint_rules.verbs import WORD


class SubClauseStyle(ConferenceRule):
    """Sub-clauses with a capital or a mark that the conference does not have."""

    code = "MUN006"
    name = "sub-clause-style"
    severity = Severity.INFO

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Yield one finding on capitals and one on marks: the first, and how many."""
        items = [
            item
            for paragraph in node.operative
            for item in all_items(paragraph)
            if item.marker.text not in BULLETS
        ]
        yield from self._capitals(node, items)
        yield from self._marks(node, items)

    def _capitals(
        self, node: Resolution, items: Sequence[Item]
    ) -> Iterator[Diagnostic]:
        capital = self.customs.case == "capital"
        firsts = [
            (item, Span(*word.span()))
            for item in items
            if (word := WORD.match(node.source.text, item.content.start))
            and (word[0][0].islower() if capital else _is_common(word[0]))
        ]
        if not firsts or not self.customs.case:
            return
        item, span = firsts[0]
        edits = []
        for _, first in firsts:
            initial = Span(first.start, first.start + 1)
            text = node.source[initial]
            edits.append(Edit(initial, text.upper() if capital else text.lower()))
        letter = "a capital" if capital else "a small"
        yield self.at(
            span,
            f"{with_others(item.locator, firsts, 'sub-clause')} should begin with "
            f"{letter} letter",
            Fix(f"Write {letter} letter", tuple(edits), Safety.UNSAFE),
        )

    def _marks(self, node: Resolution, items: Sequence[Item]) -> Iterator[Diagnostic]:
        """Want the mark of the conference behind each but the last of a clause."""
        asked = {"semicolon": ";", "comma": ","}.get(self.customs.ending)
        if asked is None:
            return
        last = [paragraph.items[-1] for paragraph in node.operative if paragraph.items]
        ends = {_deepest(item).span for item in last}
        # Where nothing stands behind any, the conference of commas is content.
        allowed = ";:" if asked == ";" else ",:"
        wrong = []
        for item in items:
            end = ending(node.source, item)
            mark = end.mark if end.mark in MARKS else ""
            if item.items or item.span in ends or not end.words:
                continue
            if (mark and mark in allowed) or (not mark and asked == ","):
                continue
            wrong.append((item, end))
        if wrong:
            item, end = wrong[0]
            yield self.at(
                end.span,
                f"{with_others(item.locator, wrong, 'sub-clause')} should end with "
                f"{MARKS[asked]}{end.found}",
                end.fix(asked, Safety.UNSAFE) if len(wrong) == 1 else None,
            )


def _is_common(word: str) -> bool:
    """Whether a word has its capital only for being the first: not a name."""
    small = word.lower()
    known = small in title_words().function or small.endswith("ing")
    return word[0].isupper() and known and small != "beijing"


def _deepest(item: Item) -> Item:
    """Return the last line of an item: itself, or the last below it."""
    while item.items:
        item = item.items[-1]
    return item
