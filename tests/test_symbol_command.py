"""What ``resolint symbol`` says of a symbol, a number, a citation."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resolint.symbol import ADDRESS, explained


@pytest.mark.parametrize(
    ("bad", "meant"),
    [
        ("A/C3/79/L60/Rev1", "A/C.3/79/L.60/Rev.1"),
        ("A/79/188/ADD.1", "A/79/188/Add.1"),
        ("A/ 79/33", "A/79/33"),
        ("a/79/33", "A/79/33"),
        ("S/RES/1325(2000)", "S/RES/1325 (2000)"),
        ("HRC/56/32", "A/HRC/56/32"),
        ("A/C.3/L.12/79", "A/C.3/79/L.12"),
        ("A/2024/33", "A/79/33"),
        ("S/79/343", "S/2024/343"),
        ("E/79/56", "E/2024/56"),
        ("A/79/84–E/2024/61", "A/79/84-E/2024/61"),
        ("2200A(XXI)", "2200 A (XXI)"),
        ("2625/25", "2625 (XXV)"),
        ("1325/2000", "1325 (2000)"),
        ("7/2021", "2021/7"),
        ("31/16A", "31/16 A"),
        ("s-10/2", "S-10/2"),
        ("3201 (S-6)", "3201 (S-VI)"),
        ("S–10/2", "S-10/2"),
        ("ES 11/1", "ES-11/1"),
        ("ES-X/2", "ES-10/2"),
        ("217 (III) A", "217 A (III)"),
        ("2625 (xxv)", "2625 (XXV)"),
        ("2625 (25)", "2625 (XXV)"),
        ("1325 [2000]", "1325 (2000)"),
        ("1325, 2000", "1325 (2000)"),
        ("1325-2000", "1325 (2000)"),
        ("1325 (00)", "1325 (2000)"),
        ("2021 (7)", "2021/7"),
        ("2021-7", "2021/7"),
        ("79-125", "79/125"),
        ("79/ 125", "79/125"),
        ("79/0125", "79/125"),
        ("79/125 a", "79/125 A"),
        ("resolution 79-125", "resolution 79/125"),
        ("resolution A/RES/79/125", "resolution 79/125"),
        ("document A/79/L5", "document A/79/L.5"),
        ("General Assembly resolution S10/2", "General Assembly resolution S-10/2"),
        ("A\\79\\33", "A/79/33"),
        ("A-RES-79-1", "A/RES/79/1"),
        ("A-HRC-56-32", "A/HRC/56/32"),
        ("A/79/84 and E/2024/61", "A/79/84-E/2024/61"),
    ],
)
def test_what_was_probably_meant(bad: str, meant: str) -> None:
    """A slip is named, and mended."""
    found = explained(bad)
    assert not found.valid and found.problem
    assert found.suggestion == meant
    assert explained(meant).valid


@pytest.mark.parametrize(
    "bad",
    [
        *("", "hello", "and/or", "(", "/", "A/", "12/24/2024"),
        *("A/C.7/78/L.7", "A/HRC/56", "A/RES/79", "A/RES/3/217"),
        *("2625 (XXVV)", "5/99999", "0/5", "1325", "resolution 1325"),
        "General Assembly resolution 2625",
        "Security Council resolution 1325",
        "General Assembly resolution 45/158 of 31 February 1990",
        "General Assembly resolution 45/158 of 18 December 1999",
        "Security Council resolution 79/1",
    ],
)
def test_what_cannot_be_mended(bad: str) -> None:
    """Where nothing can be guessed, nothing is."""
    found = explained(bad)
    assert not found.valid and found.problem and not found.suggestion


def test_the_parts_of_a_symbol() -> None:
    """Series, committee, session, type and modifier are told apart."""
    found = explained("A/C.3/79/L.60/Rev.1")
    assert (found.kind, found.organ) == ("draft", "General Assembly")
    parts = dict(found.parts)
    assert parts["session"] == "79 (2024–25)"
    assert parts["draft (limited distribution)"] == "60"
    assert "Third Committee" in parts["body"]
    assert found.url == f"{ADDRESS}A/C.3/79/L.60/Rev.1"


@pytest.mark.parametrize(
    ("text", "kind", "organ"),
    [
        ("S/RES/1325 (2000)", "resolution", "Security Council"),
        ("S/PRST/2024/6", "presidential statement", "Security Council"),
        ("A/HRC/56/32", "document symbol", "Human Rights Council"),
        ("45/158", "resolution number", "General Assembly"),
        ("217 A (III)", "resolution number", "General Assembly"),
        ("1325 (2000)", "resolution number", "Security Council"),
        ("2021/7", "resolution number", "Economic and Social Council"),
        ("45/18", "resolution number", "General Assembly or Human Rights Council"),
        ("79/1 A and B", "resolution number", "General Assembly"),
        ("A/RES/217 A (III)", "resolution", "General Assembly"),
        ("S/PV.9171 (Resumption 1)", "record of a meeting", "Security Council"),
        ("UNEP/EA.4/Res.11", "resolution", "United Nations Environment Programme"),
        ("WHA58.33", "resolution number", "World Health Assembly"),
        ("(A/79/33).", "document symbol", "General Assembly"),
        ("“A/HRC/56/L.3”", "draft", "Human Rights Council"),
        ("https://undocs.org/en/A/RES/79/1", "resolution", "General Assembly"),
        ("https://undocs.org/S/RES/1325(2000)", "resolution", "Security Council"),
        ("documents A/79/33 and S/2024/5", "documents", ""),
        ("Security Council resolution 1325 (2000)", "citation", "Security Council"),
        (
            "A/79/84-E/2024/61",
            "double symbol",
            "General Assembly and Economic and Social Council",
        ),
    ],
)
def test_kinds_and_organs(text: str, kind: str, organ: str) -> None:
    """What a text is, and whose."""
    found = explained(text)
    assert found.valid
    assert (found.kind, found.organ) == (kind, organ)


def test_a_citation_gives_symbol_and_date() -> None:
    """A citation is explained by its symbol and its date."""
    found = explained("General Assembly resolution 45/158 of 18 December 1990")
    assert ("resolution", "A/RES/45/158") in found.parts
    assert ("adopted", "1990-12-18") in found.parts


@given(st.text(alphabet="AaSECHR/.-0123456789 ()IVXLdrevcoп\n", max_size=30))
def test_any_text_is_explained(text: str) -> None:
    """Whatever is asked, there is an answer: good, or bad and why."""
    found = explained(text)
    assert found.valid is not bool(found.problem)
