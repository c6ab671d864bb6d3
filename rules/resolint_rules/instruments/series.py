"""Declarations that are cited as if they were treaties."""

from collections.abc import Iterator

from resolint import Diagnostic, Profile, Resolution, Rule, Severity, Shows
from resolint_rules.footnotes.sources import cited
from resolint_rules.instruments.mentions import named


class DeclarationSource(Rule[Resolution]):
    """A declaration of the Assembly that is cited to the Treaty Series."""

    code = "TRE005"
    name = "declaration-source"
    severity = Severity.WARNING
    profiles = (Profile.GA,)
    needs = frozenset({Shows.NOTES})

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want the resolution that a declaration is annexed to."""
        if not node.whole or not node.notes:
            return
        sources = cited(node)
        done: set[str] = set()
        for place in named(node):
            note = place.note
            if note is None or note.label in done or not place.alone:
                continue
            source = sources[note.label]
            series = any(known.startswith("vol ") for known in source.core)
            if place.instrument.kind != "declaration" or not series or source.several:
                continue
            done.add(note.label)
            message = (
                f"{note.locator} should cite the {place.instrument.title} as "
                f"“{place.instrument.note}”: it is no treaty, and not in the Treaty "
                "Series"
            )
            yield self.at(note.content, message)
