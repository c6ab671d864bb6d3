"""For how long a mandate of the Council is extended."""

from collections.abc import Iterator

from resolint import (
    Diagnostic,
    Item,
    Operative,
    Organ,
    Profile,
    Resolution,
    Rule,
    Severity,
    Span,
)
from resolint.grammar.space import folded
from resolint_rules.patterns import Pattern

EXTENDED = Pattern(
    r"(?:\b[Dd]ecides\b[^;.]{0,60}?\bto |\A)(?:extend|renew|Extend|Renew)\b"
    r"(?P<between>[^;.]{0,80}?)\bthe mandate of (?:the )?"
    r"(?P<holder>Special Rapporteur|Independent Expert|Working Group"
    r"|[Ii]ndependent [Ii]nternational (?:[Cc]ommission|[Ff]act-[Ff]inding)"
    r"|[Cc]ommission (?:of [Ii]nquiry|on [Hh]uman [Rr]ights))",
    needles=("the mandate of ",),
)
PERIOD = Pattern(
    r"\b(?P<count>one|two|three|four|five|six|\d{1,2})"
    r"(?:[- ](?:more|additional|further))?"
    r"[- ](?P<unit>years?|months?)\b|\buntil\b|\bup to\b"
)
_HOLDERS = ("Special Rapporteur", "Independent Expert", "Working Group")
COUNTRY = Pattern(
    r"\A[^,;.]{0,20}? (?:on|to monitor) the (?:situation of )?human rights "
    r"(?:situation )?in (?!the (?:context|field)\b)(?:the )?[A-Z]"
)


class MandatePeriod(Rule[Operative | Item]):
    """A mandate that is extended for no time, or for an unusual one."""

    code = "HRC007"
    name = "council-mandate-period"
    severity = Severity.INFO
    profiles = (Profile.HRC,)

    def check(self, node: Operative | Item, within: Resolution) -> Iterator[Diagnostic]:
        """Want a period: three years for a theme, one year for a country."""
        if within.organ is not Organ.HRC:
            return
        text = folded(within.source[node.content])
        found = EXTENDED.search(text)
        if found is None:
            return
        span = Span(*found.span("holder")).shift(node.content.start)
        holder = found["holder"]
        period = PERIOD.search(text, found.start())
        if period is None:
            message = (
                f"{node.locator} should say for how long the mandate is extended, as "
                "“for a period of three years”"
            )
            yield self.at(span, message)
            return
        if not period["count"] or holder not in _HOLDERS:
            return
        country = COUNTRY.search(text[found.end() :])
        long = (period["count"], period["unit"].rstrip("s"))
        usual = {("one", "year"), ("two", "year")} if country else {("three", "year")}
        if long in usual or period["unit"].startswith("month"):
            return
        words = "one year, for a country" if country else "three years, for a theme"
        span = Span(*period.span()).shift(node.content.start)
        message = (
            f"{node.locator} should extend the mandate for the usual {words}, "
            f"not “{period[0]}”"
        )
        yield self.at(span, message)
