"""The order of none, also and further in the preamble."""

from resolint_rules.also.adverb import CycleRule


class PreambularCycle(CycleRule):
    """A paragraph whose adverb is not the one whose turn it is."""

    code = "PRE006"
    name = "preambular-also"
    part = "preamble"
