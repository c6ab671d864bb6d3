"""Whose session it is: the body that *its* stands for, in *at its … session*."""

import re
from functools import cache
from typing import NamedTuple

from resolint import Organ, Passage, Resolution, SessionWords
from resolint.regex import regex
from resolint.tables import body_words
from resolint_rules.metadata import calendar
from resolint_rules.metadata.identity import adopted, issued, own_identity, session

_FULL = {organ.value: organ for organ in Organ}
_SHORT = regex(r"(?:^|[^\w’'-] ?)[Tt]he (Assembly|Council)\Z")
_LAST = regex(r"(?:General|Human Rights|Economic and Social|Security) \w+\Z")
_TO_IT = regex(r"\b(?:to|by|before) it,? (?:\w+,? ){0,2}its \Z")
_LOWER = "assembly board commission committee conference council forum group meeting"
_MORE = "Subcommittee Subsidiary Bureau Panel Tribunal Court Platform Mechanism Network"
_GROUP = {"group": "working group", "meeting": "meeting of"}
_REACH = 1000
"""So much of the words before a session may say whose it is."""
_OF = regex(r" of (?:the )?([A-Z][\w’'-]*(?: (?:and )?[A-Z][\w’'-]*)*)")


class Mention(NamedTuple):
    """A session in running text, with the words before it and behind it."""

    node: SessionWords
    before: str
    after: str
    words: str

    @property
    def quoted(self) -> bool:
        """Whether it stands in a title or a quotation."""
        return self.before.rfind("“") > self.before.rfind("”")


def mentions(passage: Passage, within: Resolution, lead: str = "") -> list[Mention]:
    """Return the sessions that a passage names; ``lead`` is what it goes on with."""
    source = within.source
    text = source[passage.content]
    start = passage.content.start
    return [
        Mention(
            node=node,
            before=_plain(_up_to(lead, text, node.span.start - start)),
            after=_plain(text[node.span.end - start : node.span.end - start + 80]),
            words=_plain(source[node.span]),
        )
        for node in passage.inline
        if isinstance(node, SessionWords)
    ]


def _up_to(lead: str, text: str, at: int) -> str:
    before = text[max(0, at - _REACH) : at]
    return before if len(before) == _REACH else (lead + before)[-_REACH:]


def _plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("‑", "-")


def holder(mention: Mention, own: Organ | None) -> Organ | None:
    """Return the organ whose session it is; None if another body's, or not certain.

    The body named last before *its* holds the session; where none is, the text's own.
    """
    if of := _OF.match(mention.after):
        return _FULL.get(of[1])
    if not mention.before.endswith("its "):
        return None
    if _TO_IT.search(mention.before):
        return own
    named = list(_bodies().finditer(mention.before))
    if not named:
        return own
    last = named[-1]
    name = mention.before[: last.end()]
    follows = mention.before[last.end() : last.end() + 5]
    if full := _LAST.search(name):
        return _FULL.get(full[0])
    if _SHORT.search(name) and not re.match(r" of [A-Zt]", follows):
        return _short(last[0], own)
    return None


def _short(word: str, own: Organ | None) -> Organ | None:
    if word == "Assembly":
        return Organ.GA
    # In a text of the Assembly, "the Council" is any of three.
    return own if own is not Organ.GA else None


@cache
def _bodies() -> re.Pattern[str]:
    words = [*sorted(body_words()), *_MORE.split()]
    lower = [_GROUP.get(word, word) for word in _LOWER.split()]
    return re.compile(rf"\b(?:{'|'.join([*words, *lower])})(?:s|es)?\b")


def current_session(within: Resolution, organ: Organ) -> int | None:
    """Return the regular session of an organ at the time of a text.

    Its own by its symbol; another's, or that of a special session, by the date.
    """
    named = own_identity(within)
    own = named.organ if named else within.organ
    if own is organ and (number := session(within)).isdecimal():
        return int(number)
    day = adopted(within) or issued(within)
    return calendar.current(organ, day) if day else None
