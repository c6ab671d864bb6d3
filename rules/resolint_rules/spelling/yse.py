"""Verbs in -yse."""

from resolint import EDITED
from resolint_rules.spelling.respelling import Respelling


class AnalyseWithS(Respelling):
    """A verb in -yze."""

    code = "SPE003"
    name = "analyse-with-s"
    profiles = EDITED
