"""The article before names that are made of first letters."""

from collections.abc import Iterator

from resolint import (
    Diagnostic,
    Fix,
    Passage,
    Profile,
    Resolution,
    Rule,
    Safety,
    Severity,
    Span,
)
from resolint.grammar.space import folded
from resolint_rules.patterns import Pattern
from resolint_rules.spelling.names import is_quoted

# Before a noun the article belongs to the noun: “the UNICEF programme”.
_ARTICLE = Pattern(
    r"\b[Tt]he (?P<name>UNICEF|UNESCO|UNAIDS|INTERPOL|NATO|ASEAN|CARICOM|ECOWAS"
    r"|MERCOSUR|OPEC|UNCITRAL|UNITAR|UNCTAD|UNIDO|EUROPOL|FRONTEX)"
    r"(?=[.;:]|’s\b|,? (?:to|in|for|on|of|with|by|at|from|as|that|which|has|have|had|is"
    r"|are|was|were|will|would|shall|should|may|can)\b|, (?:the|and) )",
    needles=(
        *("the unicef", "the unesco", "the unaids", "the interpol", "the nato"),
        *("the asean", "the caricom", "the ecowas", "the mercosur", "the opec"),
        *("the uncitral", "the unitar", "the unctad", "the unido", "the europol"),
        "the frontex",
    ),
)


class AcronymArticle(Rule[Passage]):
    """An article before letters that are read as a name."""

    code = "TRE010"
    name = "acronym-article"
    severity = Severity.INFO
    profiles = (Profile.SC, Profile.MUN)
    needles = (
        "unicef",
        "unesco",
        "unaids",
        "interpol",
        "nato",
        "asean",
        "caricom",
        "ecowas",
        "mercosur",
        "opec",
        "uncitral",
        "unitar",
        "unctad",
        "unido",
        "europol",
        "frontex",
    )

    def check(self, node: Passage, within: Resolution) -> Iterator[Diagnostic]:
        """Want no article."""
        text = folded(within.source[node.content])
        for found in _ARTICLE.finditer(text):
            if is_quoted(text, found.start(), draft=within.label == "draft"):
                continue
            span = Span(found.start(), found.start("name")).shift(node.content.start)
            message = f"{node.locator} should have “{found['name']}” without “the”"
            yield self.at(span, message, Fix.replace(span, "", Safety.SAFE))
