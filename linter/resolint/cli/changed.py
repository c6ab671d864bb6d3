"""``--only-changes``: findings that the text before its changes had not."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

from resolint.changes import Checked, brought_about
from resolint.diagnostic import Diagnostic, Severity
from resolint.document import Resolution
from resolint.engine import lint, understood
from resolint.profiles import Profile, profile_of
from resolint.rule import Rule
from resolint.settings import Settings, severities
from resolint.suppress import kept
from resolint.text import Source, View


class NoChangesError(Exception):
    """Changes were asked for where there are none to be had; one line for the user."""


def require_changes(source: Source, settings: Settings) -> None:
    """Raise `NoChangesError` where a view or a format leaves nothing to compare."""
    if settings.view is not View.FINAL:
        origin = settings.values["view"].origin
        raise NoChangesError(
            f"{source.name}: --only-changes is for the final view, not for "
            f"{settings.view} ({origin})"
        )
    if source.tracked is None:
        raise NoChangesError(
            f"{source.name}: --only-changes is for Word files: {source.format} has no "
            "tracked changes"
        )


def changed(
    document: Resolution,
    found: Sequence[Diagnostic],
    original: Callable[[], Source],
    rules: Collection[Rule[Any]],
    settings: Settings,
    least: Severity,
    names: Mapping[str, str],
) -> list[Diagnostic]:
    """Return those of the findings that tracked changes brought about.

    ``names`` are those of all rules by code, as remarks may say them. The text before
    the changes is judged by the same profile, stage and day: that a resolution has
    become a draft again makes no old paragraph wrong.
    """
    if not document.source.tracked:
        return []
    return compared(document, found, original(), rules, settings, least, names)


def compared(
    document: Resolution,
    found: Sequence[Diagnostic],
    source: Source,
    rules: Collection[Rule[Any]],
    settings: Settings,
    least: Severity,
    names: Mapping[str, str],
) -> list[Diagnostic]:
    """Return those of the findings that an earlier text had not."""
    profile = settings.profile or _profile(document)
    was = understood(
        source, profile=profile, stage=document.stage, as_of=settings["as-of"]
    )
    was = replace(was, as_of=document.as_of)
    before = lint(
        was,
        rules,
        profile=profile,
        least=least,
        severities=severities(settings, rules),
    )
    codes = {rule.code for rule in rules}
    # Findings that a remark switches off count as well: they were there.
    before = [*dict.fromkeys((*before, *kept(source, before, codes, names)))]
    return brought_about(Checked(source, before), Checked(document.source, found))


def _profile(document: Resolution) -> Profile | None:
    """Return the one profile of a document; parts may have one each."""
    return None if document.parts else profile_of(document)
