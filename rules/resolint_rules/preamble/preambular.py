"""What a paragraph of the preamble is called."""

from resolint import UNITED_NATIONS, Severity
from resolint_rules.spelling.respelling import Respelling


class PreambularWord(Respelling):
    """“Preambulatory” or “perambulatory” for *preambular*."""

    code = "PRE013"
    name = "preambular-word"
    severity = Severity.INFO
    profiles = UNITED_NATIONS
    table = "preamble.tsv"
