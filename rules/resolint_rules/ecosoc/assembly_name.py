"""Resolutions of the Assembly in texts of the two Councils."""

from collections.abc import Iterator

from resolint import (
    Citation,
    Diagnostic,
    Fix,
    Operative,
    Organ,
    Preambular,
    Profile,
    Resolution,
    Rule,
    Safety,
    Severity,
    Span,
)
from resolint.adoption import number
from resolint.grammar.space import folded
from resolint_rules.metadata.identity import session
from resolint_rules.patterns import Pattern
from resolint_rules.references.facts import adoption
from resolint_rules.references.rows import rows

_NAME = Organ.GA.value
# Whose it is was said before: “the Assembly, in resolution 70/1”.
_SAID = Pattern(r"\b(?:Assembly|Commission|Conference)\b[^;.]{0,200}\Z")


class AssemblyNamed(Rule[Preambular | Operative]):
    """A resolution of the Assembly without its name, in a text of a Council."""

    code = "ECO003"
    name = "assembly-named"
    severity = Severity.INFO
    profiles = (Profile.ECOSOC, Profile.HRC)

    def check(
        self, node: Preambular | Operative, within: Resolution
    ) -> Iterator[Diagnostic]:
        """Want “General Assembly resolution 70/1”."""
        if within.organ not in (Organ.ECOSOC, Organ.HRC) or not node.citations:
            return
        for row in rows(node, within):
            first = row.members[0]
            if first.organ not in (None, Organ.GA) or first.own or first.body:
                continue
            if first.kind != "resolution" or not _assembly(first, within):
                continue
            before = folded(within.source.text[node.content.start : row.word.start])
            if _SAID.search(before):
                continue
            words = folded(within.source[row.word])
            span = Span(row.word.start, row.word.start)
            message = (
                f"{node.locator} should have “{_NAME} {words.lower()} {first.number}”, "
                f"not “{words} {first.number}”"
            )
            if not words.islower():
                yield self.at(row.word, message)
                continue
            yield self.at(
                row.word, message, Fix.replace(span, f"{_NAME} ", Safety.UNSAFE)
            )


def _assembly(cited: Citation, within: Resolution) -> bool:
    """Whether a number is surely the Assembly's: one of its acts, and no own one."""
    found = number(" ".join(folded(cited.number).split()))
    if found.shape != "session":
        return False
    if within.organ is Organ.HRC:
        own = session(within)
        if not own.isdecimal() or found.session <= int(own):
            return False
    known = adoption(Organ.GA, "resolution", cited.number)
    if known is None:
        return False
    # Commissions have numbers of that shape too; the date tells.
    return cited.day is None or cited.day.value == known.day
