"""What is said of a symbol, a number or a citation."""

from dataclasses import dataclass, replace

from resolint.symbol.parts import Parts

ADDRESS = "https://undocs.org/en/"
"""Where the United Nations shows a document by its symbol. It is only printed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """What a text means, or what is wrong with it and what was probably meant."""

    text: str
    valid: bool
    kind: str = ""
    """``document symbol``, ``resolution number``, ``citation`` …; empty if unknown."""
    organ: str = ""
    parts: Parts = ()
    """Names and values: ``("session", "79 (2024–25)")``."""
    problem: str = ""
    suggestion: str = ""
    url: str = ""

    def of(self, text: str, *, problem: str, suggestion: str) -> "Explained":
        """Return the same, said of a text by which it was meant."""
        return replace(
            self, text=text, valid=False, problem=problem, suggestion=suggestion
        )


def address(symbol: str) -> str:
    """Return where a document is shown."""
    return ADDRESS + symbol.replace(" ", "") if symbol else ""
