"""Days that follow one another."""

from collections.abc import Iterator

from resolint import EDITED, Safety, Span
from resolint.tables import months
from resolint_rules.numbers.wording import NumberWording, Wording
from resolint_rules.patterns import Pattern

_MONTH = "|".join(months())
# After a comma or in parentheses it says when an event of that name was held.
_DAYS = Pattern(
    rf"(?<![\w/.,(–-])(?<!, )(?:\b(?P<link>[Ff]rom|[Bb]etween|[Oo]n) )?"
    rf"(?P<first>\d{{1,2}})(?: (?P<early>{_MONTH}))?(?P<dash> ?[-–—−] ?)"
    rf"(?P<last>\d{{1,2}}) (?P<month>{_MONTH})\b"
)


# The same from its dash on, which is quickly found.
_TAIL = Pattern(rf"[-–—−] ?\d{{1,2}} (?:{_MONTH})\b")


class DayRange(NumberWording):
    """Days with a dash between them in running text."""

    code = "NUM003"
    name = "day-range"
    profiles = EDITED
    needles = ("-", "–", "—", "−")

    def wordings(self, text: str) -> Iterator[Wording]:
        """Yield each range of days that has a dash."""
        if not _TAIL.search(text):
            return
        for found in _DAYS.finditer(text):
            first, last = int(found["first"]), int(found["last"])
            if not found["early"] and first >= last:
                continue
            link = found["link"] or ""
            word = "to"
            if link.lower() == "between":
                word = "and"
            elif link.lower() == "on" and not found["early"]:
                word, link = ("and", link) if last == first + 1 else ("to", "from")
            elif link.lower() == "on":
                link = "from"
            lead = f"{link} " if link else ""
            early = f" {found['early']}" if found["early"] else ""
            right = f"{lead}{first}{early} {word} {last} {found['month']}"
            safe = link and link == found["link"]
            safety = Safety.SAFE if safe else Safety.UNSAFE
            yield Wording(Span(*found.span()), right, safety)
