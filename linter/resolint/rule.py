"""What a rule is."""

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterator, Mapping, Set
from functools import cached_property
from types import MappingProxyType
from typing import Any, ClassVar, Generic, TypeVar, get_args, get_origin

from resolint.diagnostic import Diagnostic, Fix, Related, Severity
from resolint.document import Has, Node, Resolution, Stage
from resolint.profiles import ALL, Profile
from resolint.text import Shows, Span

_ASKED = ("seeks", "concerns")

N_contra = TypeVar("N_contra", bound=Node, contravariant=True)


class Rule(ABC, Generic[N_contra]):
    """One thing that a resolution must or must not do.

    ``Rule[Operative]`` is shown every operative paragraph, ``Rule[Paragraph]`` those
    of the preamble and all items too, ``Rule[Preambular | Operative]`` two kinds, and
    ``Rule[Resolution]`` the whole, then each part of it. A rule keeps nothing between
    two calls.

    Rules that share work derive from a class that is abstract or has no code: such a
    class is no rule. It may leave the type parameter open, ``Table(Rule[N_contra])``,
    or close it.
    """

    code: ClassVar[str]
    """Three capitals and three figures, as in the catalogue: ``OPN005``."""
    name: ClassVar[str]
    """What people call it: ``operative-ending``."""
    severity: ClassVar[Severity] = Severity.ERROR
    severities: ClassVar[Mapping[Profile | Stage, Severity]] = MappingProxyType({})
    """Where the severity is another one: in a profile, at a stage."""
    profiles: ClassVar[tuple[Profile, ...]] = ALL
    """Where it is on."""
    stages: ClassVar[tuple[Stage, ...]] = tuple(Stage)
    """When it is on."""
    needs: ClassVar[frozenset[Shows]] = frozenset()
    """What a source must show, or the rule stays silent."""
    needles: ClassVar[tuple[str, ...]] = ()
    """Words in small letters, numbers, marks: what it finds fault with has one.

    `resolint.grammar.needles` tells which there are.

    A passage that has none of them is not shown to it, nor is any of a document.
    """
    cites: ClassVar[tuple[type[Node], ...]] = ()
    """Kinds of inline node: a passage with one of them is shown to it.

    One with neither a needle nor such a node is not, if the rule names any.
    """
    when: ClassVar[frozenset[Has]] = frozenset()
    """What a passage must have one of to be shown to it, if it names any."""
    visits: ClassVar[tuple[type[Node], ...]]
    """The kinds of node that it is shown, read from the type parameter."""
    asked: ClassVar[frozenset[str]] = frozenset()
    """Which of ``seeks`` and ``concerns`` it answers itself, read from the class."""

    def __init_subclass__(cls) -> None:
        """Read what the rule visits from its type parameter."""
        super().__init_subclass__()
        cls.asked = frozenset(
            name for name in _ASKED if getattr(cls, name) is not getattr(Rule, name)
        )
        for base in cls.__dict__.get("__orig_bases__", ()):
            origin = get_origin(base)
            if isinstance(origin, type) and issubclass(origin, Rule):
                kind: Any = get_args(base)[0]
                if not isinstance(kind, TypeVar):
                    cls.visits = get_args(kind) or (kind,)

    @property
    def itself(self) -> "Rule[N_contra]":
        """The rule, imported where only what a catalogue tells of it is known."""
        return self

    def looks_for(self) -> Collection[str]:
        """Return its needles; a rule that has them from a table overrides it."""
        return self.needles

    @cached_property
    def needled(self) -> bool:
        """Whether it names any needles."""
        return bool(self.looks_for())

    def seeks(self, document: Resolution, here: Set[str]) -> Collection[str]:
        """Return those of its needles that are worth looking for in a document.

        ``here`` are those that the document has, one at the least. A rule overrides it
        where the whole text tells that some of them lead to nothing.
        """
        return here

    def concerns(self, document: Resolution) -> bool:
        """Whether a whole document can have anything for the rule to find.

        A rule that looks for certain words need not be shown every passage of a
        document that has none of them. It must not raise, and may always say yes.
        """
        return True

    @abstractmethod
    def check(self, node: N_contra, within: Resolution) -> Iterator[Diagnostic]:
        """Yield what is wrong with a node; ``within`` is the resolution around it.

        Of a resolution, ``within`` is the resolution itself.
        """

    def at(
        self,
        span: Span,
        message: str,
        fix: Fix | None = None,
        *,
        severity: Severity | None = None,
        notes: tuple[Related, ...] = (),
    ) -> Diagnostic:
        """Say what is wrong, where, and how to put it right.

        A severity given here is the most that the finding can have: where the profile
        or the stage makes less of the rule, it has that.
        """
        return Diagnostic(
            self.code, span, message, severity or self.severity, fix, notes
        )

    def severity_in(self, profile: Profile, stage: Stage) -> Severity:
        """Return how much a finding matters; the stage counts before the profile."""
        by_profile = self.severities.get(profile, self.severity)
        return self.severities.get(stage, by_profile)
