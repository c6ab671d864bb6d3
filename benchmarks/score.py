"""Answers, counted."""

from collections import Counter
from dataclasses import dataclass, field


@dataclass
class Score:
    """What was asked of a format, what was right, and what was not."""

    asked: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)

    def ask(self, kind: str, wanted: object, found: object, where: str) -> None:
        """Count an answer."""
        self.asked[kind] += 1
        if wanted == found:
            self.right[kind] += 1
        else:
            self.misses.append(f"{where}: {kind}: {wanted!r:.160} is {found!r:.160}")

    def add(self, other: "Score") -> None:
        """Add what another has counted."""
        self.asked += other.asked
        self.right += other.right
        self.misses += other.misses

    @property
    def share(self) -> float:
        """How much was right, from 0 to 1."""
        return self.right.total() / max(1, self.asked.total())
