"""Seized of a matter."""

from resolint import Profile, Severity
from resolint_rules.spelling.respelling import Respelling


class Seised(Respelling):
    """The word in the spelling of English courts."""

    code = "SCR003"
    name = "seized-spelling"
    severity = Severity.WARNING
    profiles = (Profile.SC, Profile.HRC)
    table = "council_forms.tsv"
