"""The Internet, with a capital, and email, without a hyphen."""

from resolint import EDITED, Severity
from resolint_rules.spelling.respelling import Respelling


class InternetWords(Respelling):
    """The internet with a small letter, or an e-mail."""

    code = "SPE011"
    name = "internet-and-email"
    severity = Severity.INFO
    profiles = EDITED
    table = "hyphenation.tsv"
