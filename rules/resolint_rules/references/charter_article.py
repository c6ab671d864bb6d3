"""Articles of the Charter, and articles of other instruments."""

import re
from collections.abc import Iterator
from functools import lru_cache

from resolint import (
    EDITED,
    Diagnostic,
    Fix,
    Passage,
    Resolution,
    Rule,
    Safety,
    Severity,
    Span,
)
from resolint.regex import regex
from resolint_rules.patterns import Pattern
from resolint_rules.references.words import quoted, text_of

_ITEM = (
    r"(?:\d{1,3}|[IVXLC]{1,6})\b(?: ?\((?:\d{1,2}|[a-z]{1,4})\))*(?: [a-e](?= of ))?"
)
_LIST = rf"{_ITEM}(?:(?:, and |, | and | or | to |–|-){_ITEM})*"
_ARTICLE = Pattern(
    rf"\b(?P<word>[Aa]rticles?) (?P<numbers>{_LIST})"
    rf"(?:,? (?:paragraphs?|paras?\.|subparagraphs?) (?P<paragraph>{_LIST}),?)?",
    needles=("article",),
)
_UN = r"(?:(?:United Nations|UN) Charter\b|Charter of the (?:United Nations|UN)\b)"
_COURT = r"Statute of the International Court of Justice\b"
# What the articles before it are of.
_ACT = Pattern(
    rf",? (?:of|in|to|under)(?: [Cc]hapter [IVX\d]{{1,5}} of)? the "
    rf"(?:(?P<charter>{_UN}|{_COURT})"
    r"|(?P<bare>Charter\b(?! (?:of|on|for) (?:the )?[A-Z]))"
    r"|(?P<other>(?:[A-Z][\w’-]* ){0,5}?(?:Covenants?|Conventions?|Treat(?:y|ies)"
    r"|Agreement|Protocols?|Declaration|Rome Statute)\b))"
)
_AND = Pattern(r",? (?:and|or|as well as) (?:of )?")
_BEFORE = Pattern(
    rf"\b(?:{_UN}|{_COURT}),? (?:and )?(?:(?:in particular|in particular under"
    r"|particularly|especially|notably|including)(?: of)? )?(?:(?:in |under )?its )?\Z"
)
_CHARTERS = regex(
    r"(?!(?:Nations|UN|The)\s)[A-Z][\w’-]+\sCharter\b"
    r"|\bCharter\s(?:of|on|for)\s(?!the\s(?:United\sNations|UN)\b)(?:the\s)?[A-Z]"
)
_NAMED = regex(_UN.replace(" ", r"\s"))
_FIRST = regex(r"(?:\A|[.:;?!”] )[“(\[]?\Z")
_REACH = 120


class CharterArticle(Rule[Passage]):
    """An article of the Charter without its capital, or one of another with it."""

    code = "REF026"
    name = "charter-article"
    severity = Severity.WARNING
    profiles = EDITED
    needles = ("article", "articles")

    def check(self, node: Passage, within: Resolution) -> Iterator[Diagnostic]:
        """Want “Article 51 of the Charter”, but “article 6 of the Covenant”."""
        text = text_of(node, within)
        found = list(_ARTICLE.finditer(text))
        act: re.Match[str] | None = None
        # What the last of several articles is of, those before it are of too.
        for index in range(len(found) - 1, -1, -1):
            here = found[index]
            follows = found[index + 1] if index + 1 < len(found) else None
            joined = follows and _AND.fullmatch(text[here.end() : follows.start()])
            if not joined:
                act = _ACT.match(text, here.end())
            if not quoted(text, here.start(), node, within):
                yield from self._judged(text, here, act, node, within)

    def _judged(
        self,
        text: str,
        found: re.Match[str],
        act: re.Match[str] | None,
        node: Passage,
        within: Resolution,
    ) -> Iterator[Diagnostic]:
        start = found.start()
        span = Span(*found.span("word")).shift(node.content.start)
        word = found["word"]
        if act and act["other"]:
            first = _FIRST.search(text[max(0, start - 3) : start])
            if word[0] == "A" and not first:
                yield self._capital(node, span, word, word.lower(), act["other"])
            return
        if act:
            name = act["charter"] or "Charter"
            # Beside another charter, "the Charter" may be that one.
            near = _CHARTERS.search(text) is not None
            sure = bool(act["charter"]) or not (near or _other(within.source.text))
        elif _BEFORE.search(text[max(0, start - _REACH) : start]):
            name, sure = "Charter of the United Nations", True
        else:
            return
        if word[0] == "a" and sure:
            yield self._capital(node, span, word, word.capitalize(), name)
        if sure and "Statute" not in name:
            yield from self._form(found, node, behind=act is not None)

    def _capital(
        self, node: Passage, span: Span, there: str, right: str, name: str
    ) -> Diagnostic:
        return self.at(
            span,
            f"{node.locator} should have “{right}” of the {name}, not “{there}”",
            Fix.replace(span, right),
        )

    def _form(
        self, found: re.Match[str], node: Passage, *, behind: bool
    ) -> Iterator[Diagnostic]:
        """Yield a finding for a paragraph, or a letter, in parentheses."""
        numbers = re.fullmatch(
            r"(\d+) ?\((\d+|[a-e])\)(?: ?(\([a-z]\)))?", found["numbers"]
        )
        if numbers is None or found["paragraph"]:
            return
        article, part, letter = numbers.groups()
        if part.isdecimal():
            right = f"{article}, paragraph {part}{f' {letter}' if letter else ''}"
            right += "," if behind else ""
        elif letter is None:
            right = f"{article} {part}"
        else:
            return
        span = Span(*found.span("numbers")).shift(node.content.start)
        yield self.at(
            span,
            f"{node.locator} should have “Article {right.rstrip(',')}” of the "
            f"Charter, not “{found['numbers']}”",
            Fix.replace(span, right, Safety.UNSAFE),
            severity=Severity.INFO,
        )


@lru_cache(maxsize=4)
def _other(text: str) -> bool:
    """Whether a text speaks of another charter, and not of that of the organization."""
    return bool(_CHARTERS.search(text)) and not _NAMED.search(text)
