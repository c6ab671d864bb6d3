"""Terms for persons: persons with disabilities, older persons, the Chair."""

from collections.abc import Iterator

from resolint import EDITED, Passage, Resolution, Safety, Severity
from resolint_rules.spelling.forms import Hit
from resolint_rules.spelling.names import is_cited, is_own
from resolint_rules.spelling.respelling import Respelling


class CurrentTerms(Respelling):
    """A term for persons that is no longer used."""

    code = "WRD009"
    name = "terms-for-persons"
    severity = Severity.INFO
    profiles = EDITED
    table = "wording.tsv"
    safety = Safety.UNSAFE
    names = True

    def sought(self, rule: str, node: Passage, within: Resolution) -> Iterator[Hit]:
        """Leave old titles as they are; an office, Chairman, is no title."""
        for hit in super().sought(rule, node, within):
            if "chair" in hit.form.wrong:
                own = is_cited(hit, node, within)
            else:
                # A capital belongs to an old title: Disabled Persons.
                capital = hit.start > 0 and hit.text[hit.start].isupper()
                own = capital or is_own(hit, hit.right, node, within)
            if not own:
                yield hit
