"""The order of none, also and further in the operative part."""

from resolint_rules.also.adverb import CycleRule


class OperativeCycle(CycleRule):
    """A paragraph whose adverb is not the one whose turn it is."""

    code = "OPN007"
    name = "operative-also"
    part = "operative"
