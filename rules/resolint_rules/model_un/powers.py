"""What only the Security Council can do."""

from collections.abc import Iterator

from resolint import (
    Diagnostic,
    Fix,
    Operative,
    Organ,
    Profile,
    Resolution,
    Rule,
    Safety,
    Severity,
    Span,
)
from resolint.grammar.space import folded
from resolint_rules.model_un.header import header
from resolint_rules.operative.binding import BindingVerb
from resolint_rules.patterns import Pattern

_BEFORE = r"(?i:(?:also |further |strongly |hereby )*)"
# What an organ decides on its own work, and lets its own officers do, it may.
_POWERS = Pattern(
    _BEFORE + r"(?P<what>(?i:demands(?: that)?"
    r"|decides that (?:all )?(?:(?:member |un |united nations )*(?:states|nations)"
    r"|countries|governments|parties)"
    r"|authori[sz]es (?:(?:all )?(?:member )?(?:states|nations|countries|governments)"
    r"|the (?:use|deployment|creation of an? (?:armed|military))|(?:military|armed)"
    r"|peacekeep|troops|sanctions|force)"
    r"|imposes|requires (?:all|that|every|each|member|states|countries|governments"
    r"|the (?:government|parties))))\b"
)
_COUNCIL = Pattern(r"(?i)\b(?:security council|UNSC|SC)\b")
_VERBS = {"demands": "recommends", "decides": "recommends", "requires": "recommends"}


class SecurityCouncilPowers(Rule[Operative]):
    """A verb that binds, in a body that can only recommend."""

    code = "MUN011"
    name = "council-powers"
    severity = Severity.WARNING
    profiles = (Profile.MUN,)

    def check(self, node: Operative, within: Resolution) -> Iterator[Diagnostic]:
        """Want no demands, and no decisions that bind, but of the Security Council."""
        text = folded(within.source[node.content])
        found = _POWERS.match(text)
        if found is None or _is_council(within):
            return
        # Of orders OPN013 speaks.
        if any(BindingVerb().check(node, within)):
            return
        verb = found["what"].split()[0]
        start = node.content.start + found.start("what")
        span = Span(start, start + len(verb))
        body = f"the {within.organ}" if within.organ else "this body"
        fix = None
        if (right := _VERBS.get(verb.lower())) and " that" in found[0] + text[
            found.end() : found.end() + 5
        ]:
            right = right.capitalize() if verb[0].isupper() else right
            fix = Fix.replace(span, right, Safety.UNSAFE)
        yield self.at(
            Span(start, node.content.start + found.end("what")),
            f"{node.locator} should not say “{found['what']}”: only the Security "
            f"Council can; {body} can recommend, urge or call upon",
            fix,
        )


def _is_council(node: Resolution) -> bool:
    """Whether the simulated body is the Security Council."""
    if node.organ is not None:
        return node.organ is Organ.SC
    source = node.source
    if node.enacting and _COUNCIL.search(source[node.enacting.span]):
        return True
    return any(
        each.kind == "committee" and _COUNCIL.search(source[each.value])
        for each in header(node)
    )
