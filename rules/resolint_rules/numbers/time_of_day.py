"""The time of day."""

from collections.abc import Iterator

from resolint import Profile, Safety, Span
from resolint_rules.numbers.wording import NumberWording, Wording
from resolint_rules.patterns import Pattern

_HALF = Pattern(
    r"(?<![\w.:,/])(?P<hour>\d{1,2})(?:[:.](?P<minute>[0-5]\d))?(?P<gap> ?)"
    r"(?P<half>[AaPp])(?P<dots>\.? ?[Mm]\b\.?)(?!\w)",
    needles=("am", "pm", "a.m", "p.m", "a. m", "p. m"),
)
_CLOCK = Pattern(
    r"\b(?:at|from|to|until|by|and|between|before|after) "
    r"(?P<time>(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?: ?(?:hours|hrs?|h)\b)?)"
    r"(?![\w:]| ?[AaPp]\.? ?[Mm]\b)"
)


class TimeOfDay(NumberWording):
    """A time of day with a colon, noughts, or capitals."""

    code = "NUM012"
    name = "time-of-day"
    profiles = (Profile.GA, Profile.ECOSOC)
    needles = (":", "am", "pm", "m")

    def wordings(self, text: str) -> Iterator[Wording]:
        """Yield each time that is not like “11 a.m.” or “11.30 a.m.”."""
        for found in _HALF.finditer(text):
            if not 1 <= int(found["hour"]) <= 12:
                continue
            right = (
                f"{_clock(found['hour'], found['minute'])} {found['half'].lower()}.m."
            )
            # One full stop ends both the time and the sentence.
            if found[0] != right and not f"{found[0]}.".startswith(right):
                yield Wording(Span(*found.span()), right, Safety.SAFE)
        for found in _CLOCK.finditer(text):
            hour = int(found["hour"])
            half = "a.m." if hour < 12 else "p.m."
            clock = _clock(str((hour - 1) % 12 + 1), found["minute"])
            yield Wording(Span(*found.span("time")), f"{clock} {half}", Safety.UNSAFE)


def _clock(hour: str, minute: str | None) -> str:
    """Return hour and minute; the full hour has no noughts."""
    return f"{int(hour)}.{minute}" if minute and minute != "00" else str(int(hour))
