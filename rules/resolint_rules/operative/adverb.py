"""Where also and further stand in the operative part."""

from resolint_rules.also.adverb import SideRule


class OperativeAdverb(SideRule):
    """An adverb that does not come first."""

    code = "OPN009"
    name = "operative-adverb"
    part = "operative"
