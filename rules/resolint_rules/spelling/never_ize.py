"""Words that never have -ize: supervise, advertise, enterprise."""

from resolint_rules.spelling.respelling import Respelling


class NeverIze(Respelling):
    """A z in a word that does not come from the Greek."""

    code = "SPE002"
    name = "never-ize"
    table = "hyphenation.tsv"
