"""The United Nations, in full."""

from collections.abc import Iterator

from resolint import (
    EDITED,
    Diagnostic,
    Enacting,
    Field,
    Fix,
    Organ,
    Passage,
    Resolution,
    Rule,
    Safety,
    Severity,
    Span,
    Title,
)
from resolint.grammar.space import folded
from resolint_rules.patterns import Pattern
from resolint_rules.spelling.names import is_quoted

# Behind a hyphen only a word in small letters is not part of a name: “UN-led”. Before
# a capital it is a name, UN News, unless United Nations would be part of it too.
_UN = Pattern(
    r"(?:(?<![\w/@.(-])|(?<=\bnon-)|(?<=\()(?!UN\)|U\.N\.\)))"
    r"(?P<un>UN|U\.N\.(?!\w)|U\. N\.)(?!\w|[/@.]\w|-[A-Z])"
    r"(?! [A-Z](?!ecurity Council|ecretar|eneral Assembly|ember State|igh Commissioner"
    r"|evelopment Programme|hildren’s Fund|opulation Fund|ystem|uman Rights|ountry Team"
    r"|nvironment Programme|esident Coordinator|onvention|ecade|ffice|nder-Secretary"
    r"|esolution|eclaration|harter|rganization))",
    needles=("un", "u.n.", "u. n."),
)
_EXPLAINED = Pattern(r"(?<=United Nations) \((?P<un>UN|U\.N\.)\)", needles=("(u",))
_CHARTER = Pattern(r"\A Charter\b")
_SECRETARIAT = Pattern(r"\A Secretariat\b")


class UnitedNationsInFull(Rule[Passage]):
    """The United Nations by two letters."""

    code = "TRE011"
    name = "united-nations-in-full"
    severity = Severity.WARNING
    profiles = EDITED
    needles = ("un", "u")

    def check(self, node: Passage, within: Resolution) -> Iterator[Diagnostic]:
        """Want the name in full, titles apart: they are for TIT006."""
        if isinstance(node, Title | Enacting | Field):
            return
        source = within.source
        text = folded(source[node.content])
        if "U" not in text:
            return
        for found in _UN.finditer(text):
            start, end = found.span("un")
            # The Charter of the United Nations is for WRD006, the Secretariat for
            # WRD013 where that is on.
            other = _CHARTER.search(text[end : end + 9]) or (
                within.organ is not Organ.HRC
                and _SECRETARIAT.search(text[end : end + 13])
            )
            if not other:
                span = Span(start, end).shift(node.content.start)
                if not self._named(text, span, node, within):
                    message = (
                        f"{node.locator} should have “United Nations”, not “{found[0]}”"
                    )
                    fix = Fix.replace(span, "United Nations", Safety.SAFE)
                    yield self.at(span, message, fix)
        for found in _EXPLAINED.finditer(text):
            span = Span(*found.span()).shift(node.content.start)
            if not self._named(text, span, node, within):
                message = f"{node.locator} should not shorten the United Nations"
                fix = Fix.replace(span, "", Safety.UNSAFE)
                yield self.at(span, message, fix)

    def _named(self, text: str, span: Span, node: Passage, within: Resolution) -> bool:
        """Whether the letters stand in a quotation or in the title of a work."""
        start = span.start - node.content.start
        return is_quoted(text, start, draft=within.label == "draft") or any(
            run.span.meets(span) and within.source.text[run.span.start].isupper()
            for run in within.source.emphasis_in(span)
        )
