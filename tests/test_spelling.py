"""Tables of wrong forms, and where they are right after all."""

import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resolint import Rule, Span, lint
from resolint.readers.markdown import from_markdown
from resolint_rules.spelling.british import BritishSpelling
from resolint_rules.spelling.forms import Form, forms, hits
from resolint_rules.spelling.ize import OxfordSpelling
from resolint_rules.spelling.names import is_quoted
from resolint_rules.spelling.programme import ProgrammeSpelling
from resolint_rules.spelling.yse import AnalyseWithS

TABLES = ("spelling.tsv", "anglicised.tsv")
RULES: tuple[Rule[Any], ...] = (
    OxfordSpelling(),
    AnalyseWithS(),
    BritishSpelling(),
    ProgrammeSpelling(),
)


def found(words: str) -> list[str]:
    """Return the words that the rules on spelling find in a paragraph."""
    source = from_markdown(
        f"*The General Assembly*,\n\n*Recalling* bees,\n\n1. *Welcomes* {words}.\n"
    )
    return [source[each.span] for each in lint(source, RULES)]


@pytest.mark.parametrize("table", TABLES)
def test_forms_are_found(table: str) -> None:
    """Each form that stands by itself is found in a text, wherever it stands."""
    for form in forms(table):
        if form.only:
            continue
        (hit,) = hits(table, f"the bees {form.wrong}, and")[form.rule]
        assert (hit.start, hit.form.wrong) == (9, form.wrong)


def test_right_forms_are_right() -> None:
    """What a row puts in is no wrong form of the same table."""
    wrong = {form.wrong for form in forms("spelling.tsv") if not form.only}
    assert not [form for form in forms("spelling.tsv") if form.right in wrong]


def test_one_row_a_form() -> None:
    """No form is wrong twice."""
    wrong = [form.wrong for form in forms("spelling.tsv")]
    assert len(wrong) == len(set(wrong))


@pytest.mark.parametrize(
    "words",
    [
        "the page www.example.org/organisation",
        "the address organised@example.org",
        "the file organise.txt",
        "the Institute for Bee Organisation",
        "the Organisation of Northern Beekeepers, for the Organisation keeps bees",
        "the plan entitled “How to organise bees”",
        "the *Handbook of organised beekeeping*",
        "the computer program",
    ],
)
def test_let_alone(words: str) -> None:
    """Addresses, names, titles, quotations and what computers run are let alone."""
    assert found(words) == []


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("the ORGANISATION of hives", ["ORGANISATION"]),
        ("well-organised hives and re-organisation", ["organised", "organisation"]),
        ("the Organisation, which keeps bees", ["Organisation"]),
        ("the World Food Program", ["Program"]),
        ("the “Bees” plan and their labor", ["labor"]),
        ("beekeepers who organise a World Bee Day", ["organise"]),
    ],
)
def test_wrong(words: str, wrong: list[str]) -> None:
    """Capitals, hyphens and known names hide nothing."""
    assert found(words) == wrong


def test_capitals() -> None:
    """A right form has the capitals of the wrong one."""
    text = "Organise, organise, ORGANISE"
    right = [hit.right for hit in hits("spelling.tsv", text)["SPE001"]]
    assert right == ["Organize", "organize", "ORGANIZE"]


def test_phrases() -> None:
    """A form may be wrong, or right, in certain phrases alone."""
    form = Form(
        rule="SPE099", wrong="hive", right="home", only=("the ~",), unless=("~ mind",)
    )
    assert form.stands("the hive", 4)
    assert not form.stands("breathe hive", 8)
    assert not form.stands("a hive", 2)
    assert not form.stands("the hive mind", 4)


def test_nested_quotations() -> None:
    """A quotation ends where the outermost mark closes."""
    text = "a “b “c” d” e"
    quoted = [is_quoted(text, text.index(letter)) for letter in "abcde"]
    assert quoted == [False, True, True, True, False]


def test_draft_in_quotation_marks() -> None:
    """A paragraph of a draft begins with a mark that quotes nothing else."""
    assert is_quoted("“Recalling bees,", 5)
    assert not is_quoted("“Recalling bees,", 5, draft=True)


@given(st.text("“”\"'’ .aorganise/OPENprogm-\u2011\u00a0İ", max_size=60))
def test_total(words: str) -> None:
    """Whatever the text, the rules say something of places that are in it."""
    source = from_markdown(f"*The General Assembly*,\n\n*Recalling* {words},\n")
    for diagnostic in lint(source, RULES):
        assert diagnostic.span in Span(0, len(source.text))


def test_linear() -> None:
    """A long text takes as much longer as it is longer."""

    def seconds(count: int) -> float:
        text = "the “Organisation, organised labor of bees “ and " * count
        source = from_markdown(f"*The General Assembly*,\n\n*Recalling* {text},\n")
        begun = time.process_time()
        lint(source, RULES)
        return time.process_time() - begun

    def least(count: int) -> float:
        return min(seconds(count) for _ in range(3))

    seconds(10)
    assert least(4000) < 40 * max(least(400), 0.01)
