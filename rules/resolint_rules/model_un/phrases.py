"""Opening phrases that the lists of conferences have."""

from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache

from resolint import (
    Diagnostic,
    Fix,
    Operative,
    Preambular,
    Profile,
    Resolution,
    Rule,
    Safety,
    Severity,
    Span,
)
from resolint.grammar.space import folded
from resolint.tables import rows
from resolint_rules.model_un.powers import SecurityCouncilPowers
from resolint_rules.operative.binding import BindingVerb
from resolint_rules.operative.tenses import tense
from resolint_rules.verbs import (
    WORD,
    adverbs,
    base,
    cased,
    participle_of,
    participles,
    third_persons,
    verbs,
    with_z,
)

_ALIKE = 0.75
_FEW = 4
"""So many words at the start of a clause hold the opening phrase."""
_FOR_LISTS = frozenset({"in", "while", "not", "being", "having", "as", "ever"})


class KnownPhrase(Rule[Preambular | Operative]):
    """A clause that opens with a phrase that is on no list."""

    code = "MUN012"
    name = "known-phrase"
    severity = Severity.WARNING
    profiles = (Profile.MUN,)

    def check(
        self, node: Preambular | Operative, within: Resolution
    ) -> Iterator[Diagnostic]:
        """Want a phrase of the lists, and name the nearest."""
        text = folded(within.source[node.content])
        words = [(found[0], found.start()) for found in WORD.finditer(text[:80])]
        if not words or words[0][1]:
            return
        part = "preamble" if isinstance(node, Preambular) else "operative"
        if listed := _listed(part, [word.lower() for word, _ in words[:_FEW]]):
            count, instead, accepted = listed
            word, start = words[count - 1]
            # OPN004 speaks of what is no verb in the third person.
            if part == "operative" and not words[0][0].lower().endswith("s"):
                return
            phrase = text[: start + len(word)]
            yield from self._told(node, phrase, instead, accepted=accepted)
            return
        if len(words) > 1 and words[0][0].lower() in adverbs():
            words = words[1:]
        word, start = words[0]
        if self._known(node, word, [each for each, _ in words], within):
            return
        span = Span(start, start + len(word)).shift(node.content.start)
        known = participles() if isinstance(node, Preambular) else verbs()
        near = get_close_matches(word.lower(), sorted(known), 1, _ALIKE)
        message = f"{node.locator} opens with “{word}”, which is on no list of phrases"
        if not near:
            # It may be a good verb that nobody has used before.
            yield self.at(span, message, severity=Severity.INFO)
            return
        right = cased(near[0], word)
        fix = Fix.replace(span, right, Safety.UNSAFE)
        yield self.at(span, f"{message}: perhaps “{right}”", fix)

    def _known(
        self,
        node: Preambular | Operative,
        word: str,
        words: list[str],
        within: Resolution,
    ) -> bool:
        """Whether a phrase is known, or another rule speaks of it."""
        small = word.lower().replace("‑", "-")
        if isinstance(node, Preambular):
            # PRE001 speaks of what is no participle.
            other = not small.endswith(("ing", "ed", "ful"))
            respelled = small.replace("ising", "izing")
            made = any(participle_of(verb) == respelled for verb in verbs())
            known = small in participles() or respelled in participles()
            return other or known or made or small in _FOR_LISTS
        if small in verbs() or with_z(small) or tense(words):
            return True
        # OPN004 speaks of what is no verb in the third person.
        if not small.endswith("s") or small.endswith("ss"):
            return True
        if small in third_persons() or base(small):
            return True
        return any(BindingVerb().check(node, within)) or any(
            SecurityCouncilPowers().check(node, within)
        )

    def _told(
        self,
        node: Preambular | Operative,
        phrase: str,
        instead: str,
        *,
        accepted: bool,
    ) -> Iterator[Diagnostic]:
        span = Span(0, len(phrase)).shift(node.content.start)
        # PRE001 speaks of what is no participle.
        other = phrase.lower() == "whereas" and isinstance(node, Preambular)
        if other or (accepted and not instead):
            return
        if accepted:
            message = (
                f"{node.locator} opens with “{phrase}”, which the United Nations has "
                f"not: it has “{instead}”"
            )
            yield self.at(span, message, severity=Severity.INFO)
            return
        message = (
            f"{node.locator} opens with “{phrase}”, which is on no list of phrases"
        )
        yield self.at(
            span,
            f"{message}: perhaps “{instead}”",
            Fix.replace(span, instead, Safety.UNSAFE),
        )


def _listed(part: str, words: list[str]) -> tuple[int, str, bool] | None:
    """Return how long a phrase of the table is, what to have instead, and its kind."""
    for count in range(len(words), 0, -1):
        for where in (part, "preamble"):
            if found := _table().get((where, tuple(words[:count]))):
                return count, *found
    return None


@cache
def _table() -> dict[tuple[str, tuple[str, ...]], tuple[str, bool]]:
    return {
        (row["part"], tuple(row["phrase"].lower().split())): (
            row["instead"],
            row["accepted"] == "yes",
        )
        for row in rows("mun_phrases.tsv", "resolint_rules")
    }
