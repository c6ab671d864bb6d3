"""Openings that come twice."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from resolint import Diagnostic, Profile, Resolution, Rule, Severity
from resolint_rules.also.cycle import slips
from resolint_rules.also.slips import Fault


@dataclass(frozen=True, kw_only=True)
class RepeatedOpening(Rule[Resolution]):
    """A clause that opens as the one before it."""

    code = "MUN013"
    name = "repeated-opening"
    severity = Severity.INFO
    profiles: ClassVar[tuple[Profile, ...]] = (Profile.MUN,)

    distinct: bool = False
    """Whether no opening may come twice, however far apart."""

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want *also* and *further* where an opening comes again, or another one."""
        if self.distinct:
            yield from self._again(node)
            return
        for part in ("preamble", "operative"):
            for slip in slips(node, part):
                if slip.fault is Fault.MISSING:
                    yield self.at(
                        slip.opener.adverb_span,
                        f"{slip.paragraph.locator} should open with “{slip.phrase}”, "
                        f"as it follows “{slip.follows}”",
                        slip.fix,
                    )

    def _again(self, node: Resolution) -> Iterator[Diagnostic]:
        """Yield each opening that an earlier clause of the draft has."""
        seen: dict[str, str] = {}
        for clause in (*node.preamble, *node.operative):
            if clause.opening is None:
                continue
            phrase = clause.opening.phrase.lower()
            if phrase in seen:
                yield self.at(
                    clause.opening.span,
                    f"{clause.locator} should open with another phrase than "
                    f"{seen[phrase]}, which has “{clause.opening.phrase}” too",
                )
            seen.setdefault(phrase, clause.locator)
