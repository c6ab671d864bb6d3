"""Regular expressions that are compiled when they are first used.

There are hundreds in all, each takes a part of a millisecond, and most texts have
nothing that most of them look for.
"""

import re
from typing import Any, AnyStr, cast

_METHODS = "search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split"


def regex(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return what is used like a compiled pattern, and is one from the first use on.

    What is wrong with the pattern is raised then.
    """
    return cast("re.Pattern[AnyStr]", _Regex(pattern, flags))


class _Regex:
    """A pattern, and once it is compiled its methods."""

    def __init__(self, pattern: Any, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)
