"""Also and further that refer to nothing in the operative part."""

from resolint_rules.also.adverb import OrphanRule


class OperativeOrphan(OrphanRule):
    """An adverb without a paragraph before it that opens with the same verb."""

    code = "OPN010"
    name = "operative-orphan"
    part = "operative"
