"""Where also and further stand in the preamble."""

from resolint_rules.also.adverb import SideRule


class PreambularAdverb(SideRule):
    """An adverb that does not follow its phrase."""

    code = "PRE007"
    name = "preambular-adverb"
    part = "preamble"
