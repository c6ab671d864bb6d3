"""Also and further that refer to nothing in the preamble."""

from resolint_rules.also.adverb import OrphanRule


class PreambularOrphan(OrphanRule):
    """An adverb without a paragraph before it that opens with the same phrase."""

    code = "PRE008"
    name = "preambular-orphan"
    part = "preamble"
