"""Wrong names of instruments that are often seen."""

from collections.abc import Iterator
from dataclasses import replace

from resolint import Diagnostic, Passage, Safety
from resolint_rules.spelling.forms import Hit
from resolint_rules.spelling.respelling import Respelling

CONVENTION = "Geneva Convention of"


class InstrumentMisnomer(Respelling):
    """*Convention of the Rights of the Child*, and the like."""

    code = "TRE002"
    name = "instrument-misnomer"
    table = "instrument_names.tsv"
    names = True

    def judged(self, hit: Hit, node: Passage) -> Iterator[Diagnostic]:
        """Want the title that the instrument has."""
        for found in super().judged(hit, node):
            # One of the four Conventions of 1949 may have been meant.
            one = hit.form.wrong.startswith(CONVENTION)
            if one and found.fix:
                fix = replace(found.fix, safety=Safety.UNSAFE)
                yield replace(found, fix=fix)
            else:
                yield found
