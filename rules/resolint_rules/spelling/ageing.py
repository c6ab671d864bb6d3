"""Ageing, and the judgments of courts."""

from resolint import EDITED, Safety, Severity
from resolint_rules.spelling.respelling import Respelling


class AgeingAndJudgment(Respelling):
    """Aging without its e, or a judgment of a court with one too many."""

    code = "SPE006"
    name = "ageing-and-judgment"
    severity = Severity.WARNING
    profiles = EDITED
    table = "hyphenation.tsv"
    safety = Safety.UNSAFE
