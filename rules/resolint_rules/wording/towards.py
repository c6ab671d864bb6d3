"""Towards, among and while."""

from resolint import UNITED_NATIONS, Severity
from resolint_rules.spelling.respelling import Respelling


class TowardsAmongWhile(Respelling):
    """Toward, amongst or whilst."""

    code = "WRD017"
    name = "towards-among-while"
    severity = Severity.INFO
    profiles = UNITED_NATIONS
    table = "wording.tsv"
