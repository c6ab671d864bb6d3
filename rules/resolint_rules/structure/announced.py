"""Annexes, and the paragraphs that announce them."""

from collections.abc import Iterator

from resolint import EDITED, Annex, Diagnostic, Resolution, Rule, Severity
from resolint_rules.counting import numerals
from resolint_rules.structure.annexed import (
    Mention,
    annexes,
    label,
    mentions,
    unread,
)
from resolint_rules.structure.parts import where


class AnnouncedAnnex(Rule[Resolution]):
    """An annex that no paragraph announces, or one that is announced and not there."""

    code = "STR014"
    name = "announced-annex"
    severity = Severity.WARNING
    profiles = EDITED
    needles = ("annex", "annexes", "annexed", "appendix", "appendices")

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want each annex mentioned, and each that is mentioned present."""
        # The annexes of parts and drafts are looked at with those of the whole;
        # without the enacting line the text may be an extract.
        if not node.whole or not (node.enacting or node.parts):
            return
        present = annexes(node)
        named = list(mentions(node))
        missing = list(self._missing(node, present, named))
        yield from missing
        for at, annex in enumerate(present, 1):
            # Where an annex is named that is not there, this one may be meant.
            if missing and annex.heading.label:
                continue
            if not any(_announces(mention, annex, at) for mention in named):
                name = annex.heading.label
                name = f"annex {name}" if name else "the annex"
                message = (
                    f"{name} is not announced: a paragraph should speak of "
                    f"“{name} to the present resolution”"
                )
                yield self.at(annex.heading.span, message)

    def _missing(
        self, node: Resolution, present: list[Annex], named: list[Mention]
    ) -> Iterator[Diagnostic]:
        """Yield a finding for each annex that is spoken of and not there."""
        sure = [mention for mention in named if mention.sure]
        if not sure or (not present and unread(node)):
            return
        labels = {
            name for at, annex in enumerate(present, 1) for name in _labels(annex, at)
        }
        for mention in sure:
            missing = sorted(mention.labels - labels)
            if present and not missing:
                continue
            what = f"annex {missing[0]}" if missing else "an annex"
            has = f"only {_listed(present)}" if present else "none"
            message = (
                f"{where(mention.passage)} speaks of {what} to the present resolution, "
                f"but the resolution has {has}"
            )
            yield self.at(mention.span, message)


def _labels(annex: Annex, at: int) -> set[str]:
    """Return what an annex is called, and what it should be called by its place."""
    return {label(annex), numerals()[at - 1].upper()}


def _announces(mention: Mention, annex: Annex, at: int) -> bool:
    """Whether a mention can be one of an annex."""
    named = mention.labels
    return not named or not annex.heading.label or bool(named & _labels(annex, at))


def _listed(present: list[Annex]) -> str:
    names = [f"annex {annex.heading.label}".strip() for annex in present]
    if names == ["annex"]:
        return "one annex, without a number"
    return f"{', '.join(names[:-1])} and {names[-1]}" if names[1:] else names[0]
