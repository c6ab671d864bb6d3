"""Programmes, and programs of computers."""

from resolint import EDITED
from resolint_rules.spelling.respelling import Respelling


class ProgrammeSpelling(Respelling):
    """A programme that is no computer program, without its last two letters."""

    code = "SPE005"
    name = "programme-spelling"
    profiles = EDITED
