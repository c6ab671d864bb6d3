"""Prefixes: subregional, multilateral, vice-president, co-sponsor."""

from resolint import EDITED, Severity
from resolint_rules.spelling.respelling import Respelling


class Prefixes(Respelling):
    """A prefix with a hyphen where it has none, or without where it has one."""

    code = "SPE012"
    name = "prefixes"
    severity = Severity.INFO
    profiles = EDITED
    table = "hyphenation.tsv"
