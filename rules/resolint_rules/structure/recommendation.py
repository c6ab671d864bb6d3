"""Where a text of the Economic and Social Council came from."""

from collections.abc import Iterator

from resolint import Diagnostic, Profile, Resolution, Rule, Severity, Stage
from resolint.grammar.space import plain
from resolint.regex import regex
from resolint_rules.structure.parts import is_adopted

_SYMBOLS = r"\(E/\d{4}/[^()]*(?:\([^()]*\)[^()]*)*\)"
RECOMMENDED = regex(
    r"\[on the recommendation of the [A-Z][^()]*(?:\([^()/]*\))?[^()]* ?"
    + _SYMBOLS
    + r"\]"
)
PROPOSED = regex(
    r"\[on a proposal considered "
    r"(?:in plenary meeting|under (?:the |a )?silence procedure) " + _SYMBOLS + r"\]"
)
WANTED = (
    "“[on the recommendation of the … (E/…)]” or "
    "“[on a proposal considered in plenary meeting (E/…)]”"
)


class CouncilInformation(Rule[Resolution]):
    """An information line of the Economic and Social Council in another form."""

    code = "STR022"
    name = "council-information-line"
    severity = Severity.INFO
    profiles = (Profile.ECOSOC,)
    stages = (Stage.ADOPTED,)

    def check(self, node: Resolution, within: Resolution) -> Iterator[Diagnostic]:
        """Want a line in brackets that names the body, or the proposal."""
        if not node.whole:
            return
        fields = node.masthead.fields
        lines = [line for line in fields if line.name == "information"]
        if not lines and node.masthead.field("adoption"):
            # One that begins in another way is not known to be one.
            lines = [
                line
                for line in fields
                if line.name == "other" and node.source[line.content][:1] == "["
            ]
        for line in lines[:1]:
            words = plain(node.source[line.content]).strip("* ")
            if not RECOMMENDED.fullmatch(words) and not PROPOSED.fullmatch(words):
                message = f"the information line should read {WANTED}"
                yield self.at(line.content, message)
        for line in lines[1:]:
            message = "second information line: a resolution should have only one"
            yield self.at(line.content, message)
        adoption = node.masthead.field("adoption")
        known = {line.name for line in node.masthead.fields}
        if not lines and adoption and is_adopted(node) and "other" not in known:
            message = (
                f"an information line, {WANTED}, should stand below the adoption line"
            )
            yield self.at(adoption.content, message)
