"""Fixed terms: nuclear-weapon-free, landlocked, small island developing States."""

from collections.abc import Iterator

from resolint import Diagnostic, Fix, Passage, Profile, Safety, Severity, Span
from resolint_rules.spelling.forms import Hit
from resolint_rules.spelling.respelling import Respelling


class FixedTerms(Respelling):
    """A fixed term with other hyphens or capitals."""

    code = "WRD011"
    name = "fixed-terms"
    severity = Severity.INFO
    profiles = (Profile.GA,)
    table = "wording.tsv"

    def judged(self, hit: Hit, node: Passage) -> Iterator[Diagnostic]:
        """Take capitals on all words for a title."""
        found = hit.text[hit.start : hit.end]
        if found[1:].islower() or hit.form.wrong.startswith("land"):
            yield from super().judged(hit, node)
        elif not all(word[0].isupper() for word in found.replace("-", " ").split()):
            if found.split()[1:] == hit.right.split()[1:]:
                return
            span = Span(hit.start, hit.end).shift(node.content.start)
            right = hit.form.right
            message = f"{node.locator} should have “{right}”, not “{found}”"
            yield self.at(span, message, Fix.replace(span, right, Safety.UNSAFE))
