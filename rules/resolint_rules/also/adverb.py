"""Rules on the adverbs in opening phrases: one machine, and what each speaks of."""

from abc import abstractmethod
from collections.abc import Iterator
from typing import ClassVar

from resolint import EDITED, Diagnostic, Resolution, Rule, Severity, Stage
from resolint_rules.also.cycle import slips
from resolint_rules.also.slips import Fault, Slip


class AdverbRule(Rule[Resolution]):
    """What is wrong with *also* and *further* in one part of a resolution."""

    severity = Severity.WARNING
    profiles = EDITED
    part: ClassVar[str]
    """``preamble`` or ``operative``."""
    faults: ClassVar[frozenset[Fault]]
    """What it speaks of."""

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Yield the faults that this rule speaks of."""
        for slip in slips(node, self.part):
            if slip.fault in self.faults:
                yield self.at(
                    slip.opener.adverb_span,
                    f"{slip.paragraph.locator} {self.said(slip)}",
                    slip.fix,
                    severity=None if _grave(slip, within) else Severity.INFO,
                )

    @abstractmethod
    def said(self, slip: Slip) -> str:
        """Return what is to be said of a fault, behind the name of the paragraph."""


def _grave(slip: Slip, within: Resolution) -> bool:
    """Whether a fault is more than information.

    A phrase that is merely repeated slips through in adopted texts, where about one
    in a hundred is; in a draft it can still be mended.
    """
    drafted = slip.fault is Fault.MISSING and within.stage is Stage.DRAFT
    return slip.sure or drafted


class CycleRule(AdverbRule):
    """An adverb that lacks, or that has its turn before or after."""

    faults = frozenset({Fault.MISSING, Fault.TURN})

    def said(self, slip: Slip) -> str:
        """Name the phrase that is due, and the one before it."""
        said = f"should open with “{slip.phrase}”, not “{slip.opener.phrase}”"
        return f"{said}, as it follows “{slip.follows}”"


class SideRule(AdverbRule):
    """An adverb on the wrong side of the phrase."""

    faults = frozenset({Fault.SIDE})

    def said(self, slip: Slip) -> str:
        """Name the phrase with the adverb where it belongs."""
        return f"should open with “{slip.phrase}”, not “{slip.opener.phrase}”"


class OrphanRule(AdverbRule):
    """An adverb that has nothing to refer to."""

    faults = frozenset({Fault.ORPHAN})

    def said(self, slip: Slip) -> str:
        """Name the phrase without the adverb, and what stands before it."""
        said = f"should open with “{slip.phrase}”, not “{slip.opener.phrase}”"
        if slip.before is None:
            return f"{said}, as no paragraph comes before it"
        return f"{said}, as the paragraph before opens with “{slip.before.phrase}”"
