"""Where footnotes are called, and what kind of words they are."""

from collections.abc import Mapping

from resolint import Organ, Resolution
from resolint.regex import regex
from resolint_rules.instruments.mentions import passages

# A note that begins so gives a source; any other may be a sentence of its own.
_SOURCE = regex(
    r"(?:See(?: also)? )?(?:Ibid\b|Official Records|[Rr]esolutions?\b|[Dd]ecisions?\b"
    r"|General Assembly (?:resolution|decision)|Security Council resolution"
    r"|Economic and Social Council (?:resolution|decision)|Human Rights Council"
    r"|Commission\b|United Nations,|League of Nations,|Report of\b|[A-Z]+/\S+\d"
    r"|International Labour|World Health Organization,|United Nations [A-Z][\w ,]+"
    r" document)"
)
_VERB = regex(
    r"\b(?:is|are|was|were|has|have|had|will|shall|should|may|can|does|do|became"
    r"|includes?|refers?|means?|reads?|states?|provides?)\b"
)


def organs(whole: Resolution) -> Mapping[str, Organ]:
    """Return the organ in whose text each footnote is called, by its label."""
    found: dict[str, Organ] = {}
    for part, passage in passages(whole):
        for call in passage.calls:
            if part.organ:
                found.setdefault(call.label, part.organ)
    return found


def gives_source(text: str) -> bool:
    """Whether a footnote gives a source, and is not a sentence."""
    return bool(_SOURCE.match(text.strip()))


def explains(text: str) -> bool:
    """Whether a footnote is a sentence that explains something."""
    return not gives_source(text) and bool(_VERB.search(text))
