"""Second sentences in operative paragraphs."""

from collections.abc import Iterator
from functools import cache

from resolint import (
    EDITED,
    Diagnostic,
    Item,
    Operative,
    Resolution,
    Rule,
    Severity,
    Span,
)
from resolint.grammar.space import folded
from resolint.regex import regex
from resolint.tables import rows
from resolint_rules.patterns import Pattern
from resolint_rules.title.words import title_words

# "lamps. It also", "lamps.” The", and "lamps.3 It", where a note is called in figures.
STOP = Pattern(
    r"(?P<before>[\w)\]%”’\"])\.(?P<after>[”’\"]?(?:(?<=\D\.)\d{1,3})? +)(?=[A-Z])"
    r"|(?P<low>[a-z]{3})\.(?=[A-Z][a-z]+ )"
)
WORD = regex(r"[^\W_]+(?:[-'’][^\W_]+)*\Z")
NEXT = regex(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
END = regex(r"\.(?: |\Z)|[;:]")
COUNT = regex(r" *(?:[A-Z]+\b|[A-Z]+\d)")
LIST_MARK = regex(r"(?:^|[;:,(.]) *(?:\d{1,3}|[A-Za-z]|[IVXLivxl]+)\Z")
ROMAN = regex(r"[IVXL]+\Z")
CLOSES = {"“": "”", "(": ")", "[": "]"}
FAR = 30


class SingleSentence(Rule[Operative | Item]):
    """A full stop inside an operative paragraph."""

    code = "OPN006"
    name = "single-sentence"
    severity = Severity.WARNING
    profiles = EDITED
    needles = (". ", ".”", ".’", '."', ".0", "A.A")

    def check(self, node: Operative | Item, within: Resolution) -> Iterator[Diagnostic]:
        """Want no sentence behind the first one."""
        text = folded(within.source[node.content])
        # Without the enacting line the text may be no resolution.
        if "." not in text[:-1] or within.enacting is None or _elsewhere(node, within):
            return
        for found in STOP.finditer(text):
            at = text.index(".", found.start())
            if not _ends_sentence(text, at) or _inside(text, found.end()):
                continue
            both = Span(at, found.end() + 1).shift(node.content.start)
            # A title in italics may be two sentences.
            if any(both in run.span for run in within.source.emphasis_in(both)):
                continue
            message = f"{node.locator} should be one sentence, with no full stop in it"
            yield self.at(Span(both.start, both.start + 1), message)


def _elsewhere(node: Operative | Item, within: Resolution) -> bool:
    """Whether a line is no clause of the resolution but quoted, as a rule or a bill is.

    So are lines with plain figures below a paragraph, and what opens a quotation.
    """
    if isinstance(node, Item) and any(mark[:1].isdigit() for mark in node.path):
        return True
    start = within.source.text[node.span.start : node.span.start + 1]
    return start in '“"'


def _ends_sentence(text: str, at: int) -> bool:
    """Whether a sentence ends with a full stop and another one follows it."""
    before = text[max(0, at - FAR) : at].rstrip('”’")')
    word = WORD.search(before)
    if word is not None:
        last = word[0]
        initial = len(last) == 1 and last.isalpha()
        kind = _abbreviations().get(last.lower(), "")
        # "vol. II", but "works of art. The"
        counts = kind == "number" and COUNT.match(text, at + 1)
        if initial or ROMAN.match(last) or kind == "any" or counts:
            return False
        # "H.E.", "a.m.", "www.un.org"
        if before[: word.start()].endswith(".") and last.isalpha():
            return False
    if LIST_MARK.search(before):
        return False
    # "End of an Era. Dawn of the Age": a title has its words in capitals.
    end = END.search(text, at + 2)
    words = NEXT.findall(text[at + 1 : end.start() if end else len(text)])
    small = title_words().function | title_words().weak
    plain = [each for each in words[1:] if each[0].islower() and each not in small]
    return len(words) > 2 and bool(plain)


def _inside(text: str, at: int) -> bool:
    """Whether what stands at a place is in quotation marks or in brackets."""
    before = text[:at]
    if before.count('"') % 2:
        return True
    return any(before.count(mark) > before.count(end) for mark, end in CLOSES.items())


@cache
def _abbreviations() -> dict[str, str]:
    table = rows("inner_stops.tsv", "resolint_rules")
    return {row["word"]: row["kind"] for row in table}
