"""British spelling: labour, centre, defence, travelling, fulfil."""

from resolint import EDITED
from resolint_rules.spelling.respelling import Respelling


class BritishSpelling(Respelling):
    """An American spelling."""

    code = "SPE004"
    name = "british-spelling"
    profiles = EDITED
