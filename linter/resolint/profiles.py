"""Profiles: by whose house style a text is judged."""

from enum import StrEnum

from resolint.document import Organ, Resolution
from resolint.regex import regex


class Profile(StrEnum):
    """A house style: that of an organ, or that of a Model UN conference."""

    GA = "ga"
    SC = "sc"
    ECOSOC = "ecosoc"
    HRC = "hrc"
    MUN = "mun"

    @property
    def organ(self) -> Organ | None:
        """The organ whose style it is; None for Model UN."""
        return None if self is Profile.MUN else Organ[self.name]


EDITED = (Profile.GA, Profile.HRC, Profile.ECOSOC)
"""The organs whose resolutions the United Nations editors go over word by word."""
UNITED_NATIONS = (*EDITED, Profile.SC)
ALL = tuple(Profile)

# No United Nations masthead names its fields so. "Committee:" or "Sponsors:" alone is
# weaker: it counts where no organ is known, or where there are two such fields.
_SURE = regex(
    r"(?i)(forum|question of|(main |co-?)?submitt(ed by|ers?)|signator(y|ies)"
    r"|delegations?|topic)\s*:"
)
_LIKELY = regex(r"(?i)((co-?)?sponsors?|committee|country|school|issue)\s*:")
_LINES = 40


def profile_of(resolution: Resolution) -> Profile:
    """Return the house style that a resolution is to be judged by."""
    found: Profile | None = resolution.memo.get(Profile)
    if found is None:
        resolution.memo[Profile] = found = _profile_of(resolution)
    return found


def _profile_of(resolution: Resolution) -> Profile:
    source = resolution.source
    end = resolution.enacting.span.start if resolution.enacting else len(source.text)
    head = [
        source[block.span].lstrip("*_# ")
        for block in source.blocks[:_LINES]
        if block.span.start < end
    ]
    likely = {found[1].lower() for line in head if (found := _LIKELY.match(line))}
    if any(map(_SURE.match, head)) or len(likely) > 1:
        return Profile.MUN
    if resolution.organ is not None:
        return Profile[resolution.organ.name]
    return Profile.MUN if likely else Profile.GA
