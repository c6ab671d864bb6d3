"""Colours, for terminals only."""

from resolint.diagnostic import Severity

BOLD, DIM, CYAN = "1", "2", "36"
_BY_SEVERITY = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.INFO: CYAN}


def painted(text: str, how: str, colour: bool) -> str:
    """Return text in the colour of a severity, or in one that is named, if at all."""
    if not colour:
        return text
    number = _BY_SEVERITY[how] if isinstance(how, Severity) else how
    return f"\x1b[{number}m{text}\x1b[0m"
