"""What may be wrong with an adverb in an opening phrase."""

from enum import Enum
from typing import NamedTuple

from resolint import Edit, Fix, Operative, Preambular, Safety
from resolint_rules.also.addressees import Addressee
from resolint_rules.also.openers import Opener


class Fault(Enum):
    """What is wrong with an adverb."""

    MISSING = "missing"
    """There is none where one is due."""
    TURN = "turn"
    """It is another's turn."""
    ORPHAN = "orphan"
    """It has nothing that it refers to."""
    SIDE = "side"
    """It is on the wrong side of the phrase."""
    ADDRESSEE = "addressee"
    """It goes by the phrase, not by whom the paragraph addresses."""


class Slip(NamedTuple):
    """An adverb that is wrong, or lacks."""

    fault: Fault
    paragraph: Preambular | Operative
    opener: Opener
    before: Opener | None
    """The paragraph before; None where there is none."""
    follows: str
    """Its phrase, as it should be."""
    right: int
    """Which in the cycle it should be."""
    sure: bool
    """Whether it can hardly be meant."""
    addressees: tuple[Addressee | None, Addressee | None] = (None, None)
    """Whom this paragraph and the one before address."""
    followers: tuple[Edit, ...] = ()
    """What the paragraphs behind it need too, if it is put right."""

    @property
    def phrase(self) -> str:
        """The opening phrase as it should be."""
        return self.opener.with_adverb(self.right)[0]

    @property
    def fix(self) -> Fix:
        """Return what puts it right."""
        _, edit = self.opener.with_adverb(self.right)
        # Without italics it is not sure where a phrase ends.
        placed = self.opener.italic or self.opener.part == "operative"
        safe = placed and not self.followers and self.fault is not Fault.ADDRESSEE
        doubt = self.fault is Fault.ORPHAN and not self.sure
        safety = Safety.SAFE if safe and not doubt else Safety.UNSAFE
        return Fix(f"Write “{self.phrase}”", (edit, *self.followers), safety)
