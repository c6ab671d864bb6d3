"""What the families of rules are about, as the packages of rules say it."""

import re
import sys
from collections import Counter
from collections.abc import Iterator
from typing import Any

from resolint.render.report import Layout
from resolint.rule import Rule

_CODE = re.compile(r"^(?P<code>[A-Z]{3}): +|\s*\((?P<behind>[A-Z]{3})\)(?=\.?$)")
"""The code of a family, where the first line of its package has it."""


def families(codes: Counter[str], layout: Layout) -> Iterator[tuple[str, str, int]]:
    """Yield each family with findings: its code, what it is about, how many."""
    counts: Counter[str] = Counter()
    for code, count in codes.items():
        counts[code[:3]] += count
    for family, count in sorted(counts.items()):
        rules = [rule for rule in layout.rules.values() if rule.code[:3] == family]
        yield family, _about(family, rules), count


def _about(family: str, rules: list[Rule[Any]]) -> str:
    """Return what a family is about, as the package of its rules says."""
    packages = [type(rule.itself).__module__.rpartition(".")[0] for rule in rules]
    documented = [
        line
        for package in dict.fromkeys(packages)
        if (line := _first_line(package)) and _code(line) in (family, "")
    ]
    # A family may have rules in several packages: that which names it is its own.
    documented.sort(key=lambda line: _code(line) != family)
    if not documented:
        return ""
    return _CODE.sub("", documented[0]).rstrip(".")


def _code(line: str) -> str:
    found = _CODE.search(line)
    return (found["code"] or found["behind"]) if found else ""


def _first_line(package: str) -> str:
    module = sys.modules.get(package)
    text = (module.__doc__ or "") if module else ""
    return text.strip().split("\n")[0]
