"""The ending of an ordinal in figures."""


def suffix(number: int) -> str:
    """Return ``nd`` for 82, ``th`` for 112."""
    if 10 < number % 100 < 14:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
