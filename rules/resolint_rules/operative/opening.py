"""How operative paragraphs begin."""

import re
from collections.abc import Iterator
from functools import cache

from resolint import (
    Diagnostic,
    Fix,
    Operative,
    Resolution,
    Rule,
    Safety,
    Shows,
    Span,
)
from resolint.regex import regex
from resolint_rules.endings import ending
from resolint_rules.operative.tenses import tense
from resolint_rules.verbs import (
    WORD,
    adverbs,
    base,
    cased,
    participles,
    third_persons,
    verbs,
)

ORGAN = regex(
    r"(?:The |This )?(?:General Assembly|Assembly|Security Council|Council"
    r"|Economic and Social Council|Human Rights Council)\s+(?=(?P<verb>[a-z-]+))"
)


_FAR = 80
"""Within how many code points the opening verb ends."""


class OperativeOpening(Rule[Resolution]):
    """An operative paragraph that opens with no verb in the third person."""

    code = "OPN004"
    name = "operative-opening"

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want a verb in the third person at the start of each paragraph."""
        verbless = []
        found = []
        shared = False
        for paragraph in node.operative:
            # “Decides that:” may stand, without a number, above numbered paragraphs.
            shared = shared and paragraph.heading is None
            if not shared and (said := self._judged(node, paragraph)):
                found.append(said)
                if said.fix is None:
                    verbless.append(said)
            bare = paragraph.number is None and not paragraph.items
            shared |= bare and ending(node.source, paragraph).mark == ":"
        # A text that is made of such paragraphs is a declaration.
        declared = len(verbless) > 2 and len(verbless) * 2 > len(node.operative)
        yield from (said for said in found if not (declared and said in verbless))

    def _judged(self, node: Resolution, paragraph: Operative) -> Diagnostic | None:
        """Return a finding if a paragraph opens with another word."""
        text, content = node.source.text, paragraph.content
        words = WORD.finditer(text, content.start, content.end)
        first = next(words, None)
        if first is None or first.start() > content.start:
            return None
        verb = first
        while verb[0].lower() in adverbs() and (after := next(words, None)):
            verb = after
        word = verb[0].lower().replace("‑", "-")
        span = Span(verb.start(), verb.end())
        where = paragraph.locator
        if word in {"we", "not"} or (word.endswith("s") and not word.endswith("ss")):
            return None
        # “Has endorsed”, “Will endorse”: OPN017 speaks of other tenses.
        if tense(
            WORD.findall(text, content.start, min(content.end, content.start + _FAR))
        ):
            return None
        participle = word.endswith("ing") or word in participles()
        # “Acting under …, decides”: the Security Council puts a phrase before it.
        phrase = participle or not base(word)
        if phrase and _verb_follows(node, Span(verb.end(), content.end)):
            return None
        if right := third_persons().get(word):
            right = cased(right, verb[0])
            message = f"{where} should open with “{right}”, not “{verb[0]}”"
            return self.at(span, message, Fix.replace(span, right, Safety.UNSAFE))
        if (organ := ORGAN.match(text, content.start, content.end)) and organ[
            "verb"
        ] in verbs():
            right = cased(organ["verb"], "A")
            span = Span(organ.start(), organ.end())
            message = f"{where} should open with “{right}”, not “{organ[0].strip()}”"
            whole = Span(span.start, organ.end("verb"))
            return self.at(span, message, Fix.replace(whole, right, Safety.UNSAFE))
        if participle or (first[0][0].isupper() and first[0].lower() not in adverbs()):
            return self.at(
                span,
                f"{where} should open with a verb in the third person, not “{verb[0]}”",
            )
        return None


@cache
def _later() -> re.Pattern[str]:
    before = "|".join(sorted(adverbs()))
    known = "|".join(sorted(verbs()))
    return re.compile(rf",\s+(?:(?:{before})\s+)*(?P<verb>{known})\b")


def _verb_follows(node: Resolution, rest: Span) -> bool:
    """Whether the verb comes later, behind a comma, in italics where there are any."""
    italics = Shows.ITALICS in node.source.shows
    return any(
        not italics or node.source.is_italic(found.start("verb"))
        for found in _later().finditer(node.source.text, rest.start, rest.end)
    )
