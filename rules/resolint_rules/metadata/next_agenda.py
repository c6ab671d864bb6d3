"""The session whose agenda an item is put on."""

from collections.abc import Iterator

from resolint import (
    Diagnostic,
    Organ,
    Profile,
    Resolution,
    Rule,
    Severity,
)
from resolint.regex import regex
from resolint_rules.metadata import calendar
from resolint_rules.metadata.holders import current_session, holder, mentions
from resolint_rules.metadata.passages import with_sessions

_AGENDA = regex(r"\bagenda (?:of|for) its \Z")
_DECIDED = regex(r"\b[Dd]ecid(?:es|ed|ing)\b")


class NextAgenda(Rule[Resolution]):
    """An item that is put on the agenda of a session that is over."""

    code = "MET010"
    name = "next-agenda"
    profiles = (Profile.GA,)
    needles = ("agenda of", "agenda for")

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want a session later than the one of the text."""
        now = current_session(within, Organ.GA)
        if now is None:
            return
        for passage, lead in with_sessions(node):
            for mention in mentions(passage, within, lead):
                number = mention.node.number
                if number is None or number > now or mention.node.kind != "regular":
                    continue
                if mention.quoted or not _now(mention.before):
                    continue
                if holder(mention, within.organ) is not Organ.GA:
                    continue
                other = f", not the {calendar.ordinal(number)}" if number < now else ""
                yield self.at(
                    mention.node.span,
                    f"{passage.locator} should name the agenda of a later session than "
                    f"this one, the {calendar.ordinal(now)}{other}",
                    severity=Severity.WARNING if number == now else None,
                )


def _now(before: str) -> bool:
    """Whether the words before a session put something on its agenda now."""
    # "in which it decided to include …" tells of an agenda that was.
    verbs = _DECIDED.findall(before)
    return bool(_AGENDA.search(before)) and "ecided" not in "".join(verbs[-1:])
