"""The rules on Model UN drafts: tables, options, and how much a pupil is told."""

from collections import Counter
from pathlib import Path

import pytest

from resolint import Diagnostic, Severity, lint, parse, read
from resolint.options import configured
from resolint.packs import installed
from resolint.profiles import Profile
from resolint.readers.markdown import from_markdown
from resolint.tables import rows
from resolint_rules.model_un.conferences import Conference, customs
from resolint_rules.model_un.header import header
from resolint_rules.verbs import known, verbs

EXAMPLES = Path(__file__).parents[1] / "examples"
HANDFUL = 8


def _found(name: str, conference: str = "un") -> list[Diagnostic]:
    rules = configured(
        installed().values(), {"MUN": {"conference": conference}} if conference else {}
    )
    return lint(parse(read(EXAMPLES / name)), rules)


def _shown(found: list[Diagnostic]) -> Counter[str]:
    """Return how often each rule speaks at the default level."""
    return Counter(each.code for each in found if each.severity is not Severity.INFO)


@pytest.mark.parametrize(
    ("name", "conference"),
    [
        ("model-un-good.md", "un"),
        ("model-un-thimun.md", "thimun"),
        ("model-un-amun.md", "amun"),
    ],
)
def test_clean(name: str, conference: str) -> None:
    """A good draft has nothing to put right at its own conference, nor to know."""
    assert _found(name, conference) == []


def test_elsewhere() -> None:
    """The customs of another conference are information, not faults."""
    found = _found("model-un-thimun.md")
    assert {each.code for each in found} == {"MUN004", "MUN006", "MUN018"}
    assert {each.severity for each in found} == {Severity.INFO}


def test_middling() -> None:
    """A middling draft gets a handful of findings, each from a rule of its own."""
    shown = _shown(_found("model-un-middling.md"))
    assert shown.total() <= HANDFUL
    assert {"MUN005", "MUN007", "MUN008", "MUN011", "MUN012", "MUN015"} <= set(shown)


def test_bad() -> None:
    """A bad draft gets fewer findings than it has lines."""
    path = EXAMPLES / "model-un-bad.md"
    lines = [line for line in path.read_text("utf-8").splitlines() if line]
    shown = _shown(_found(path.name))
    assert {"MUN001", "MUN002", "MUN011", "MUN015"} <= set(shown)
    assert shown.total() < len(lines) * 3 // 2


def test_one_speaks() -> None:
    """No place of the bad draft has two findings at the default level."""
    found = _found("model-un-bad.md")
    spans = [each.span for each in found if each.severity is not Severity.INFO]
    assert len(spans) == len(set(spans))


def test_conferences() -> None:
    """Each conference has a row, each row a conference and a source."""
    table = rows("conferences.tsv", "resolint_rules")
    assert [row["conference"] for row in table] == [each.value for each in Conference]
    assert all(row["source"] for row in table)
    marks = {"", "italic", "underlined", "first word underlined"}
    for conference in Conference:
        asked = customs(conference)
        assert {asked.preamble, asked.operative} <= marks
        assert asked.case in {"", "capital", "small"}
        assert asked.ending in {"", "semicolon", "comma"}
        assert asked.body in {"", "italic", "capitals"}
        kinds = {kind for kinds in asked.fields for kind in kinds}
        assert kinds <= {"committee", "topic", "submitters", "sponsors"}


def test_instead() -> None:
    """What the table of phrases has instead opens resolutions itself."""
    for row in rows("mun_phrases.tsv", "resolint_rules"):
        instead = row["instead"].lower()
        words = instead.split()
        if row["part"] == "operative":
            assert words[0] in verbs(), row
        elif instead:
            assert any(known(" ".join(words[:n])) for n in (1, 2, 3)), row


def test_only_there() -> None:
    """The rules are on in Model UN drafts alone."""
    ours = [rule for code, rule in installed().items() if code.startswith("MUN")]
    assert len(ours) == len({rule.name for rule in ours}) == 18
    assert all(rule.profiles == (Profile.MUN,) for rule in ours)


@pytest.mark.parametrize(
    ("line", "kind", "value"),
    [
        ("FORUM: General Assembly", "committee", "General Assembly"),
        ("Question of: The care of bees", "topic", "The care of bees"),
        ("**Main Submitters:** Chile", "submitters", "Chile"),
        ("CO-SUBMITTED BY: Chile, Ghana", "sponsors", "Chile, Ghana"),
        ("Delegation: Chile", "submitters", "Chile"),
        ("SIGNATORIES:", "signatories", ""),
    ],
)
def test_header(line: str, kind: str, value: str) -> None:
    """The lines of a header are known by their names."""
    source = from_markdown(f"{line}\n\n*The General Assembly*,\n\n*Recalling* bees,\n")
    (field,) = header(parse(source))
    assert (field.kind, source[field.value]) == (kind, value)
