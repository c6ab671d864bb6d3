"""The titles of the lettered parts of a resolution."""

from collections.abc import Iterator

from resolint import Diagnostic, Profile, Related, Resolution, Rule, Severity
from resolint.grammar.space import plain


class PartTitles(Rule[Resolution]):
    """A part without a title beside others that have one, or with the same one."""

    code = "TIT007"
    name = "part-titles"
    severity = Severity.WARNING
    profiles = (Profile.GA,)

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want a title of its own for each part, or none for any."""
        parts = [part for part in node.parts if len(part.label) == 1]
        titled = [part for part in parts if part.title is not None]
        if not node.whole or len(parts) < 2 or not titled:
            return
        seen: dict[str, Resolution] = {}
        for part in parts:
            if part.title is None:
                if part.enacting is not None:
                    message = (
                        f"part {part.label} should have a title, as the others have"
                    )
                    yield self.at(part.enacting.name, message)
                continue
            words = plain(node.source[part.title.content]).lower()
            before = seen.setdefault(words, part)
            if before is part or before.title is None:
                continue
            message = (
                f"part {part.label} has the title of part {before.label}: "
                "each part should have one of its own"
            )
            notes = (Related(before.title.content, "the same title"),)
            yield self.at(part.title.content, message, notes=notes)
