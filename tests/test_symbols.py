"""Document symbols: which are good, which are meant and bad, and which are none."""

import os
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from resolint.adoption import number
from resolint.document import Symbol
from resolint.grammar.symbol_slips import mended
from resolint.grammar.symbols import is_symbol
from resolint.inline import read_inline
from resolint.symbol import explained
from resolint.tables import rows
from resolint.text import Span

SHARED = Path(
    os.environ.get("RESOLINT_SHARED", Path(__file__).parents[1].parent / "shared")
)

GOOD = [
    "A/79/33",
    "A/79/188/Add.1/Corr.1",
    "A/C.3/79/L.60/Rev.1",
    "A/C.5/80/12",
    "A/ES-10/794",
    "A/S-30/L.1",
    "A/INF/75/3",
    "A/BUR/79/1",
    "A/79/PV.12",
    "A/AC.105/C.2/L.300",
    "A/CONF.157/24",
    "A/HRC/56/32",
    "A/HRC/S-36/2",
    "A/HRC/RES/56/1",
    "A/HRC/56/L.3",
    "A/5700",
    "A/C.3/L.1234",
    "S/2024/343",
    "S/26560",
    "S/PRST/2024/6",
    "S/PV.9171",
    "S/RES/1325",
    "E/2024/56",
    "E/CN.5/2024/3",
    "E/RES/2021/7",
    "E/ESCWA/S-6/14",
    "ST/SGB/2003/13",
    "CEDAW/C/GC/38",
    "FCCC/CP/2023/11/Add.1",
    "UNEP/EA.4/Res.11",
    "GC.18/INF/4",
    "ICCD/COP(16)/24/Add.1",
    "WHA73/2020/REC/1",
    "A/79/84-E/2024/61",
    "A/79/72/Add.2-E/2024/12/Add.2",
]
SPACED = (
    "S/RES/1325 (2000)",
    "A/RES/217 A (III)",
    "A/CONF.157/24 (Part I)",
    "A/75/5 (Vol. IV)",
    "A/74/6 (Sect. 29F)",
    "A/77/278 (Part I)/Add.1",
)
BAD = [
    "A/C3/79/L60/Rev1",
    "A/79/188/ADD.1",
    "A/79/L5",
    "S/RES/1325(2000)",
    "HRC/56/32",
    "A/C.7/78/L.7",
    "A/C.3/L.12/79",
    "A/2024/33",
    "S/79/343",
    "E/79/56",
    "A/79/84–E/2024/61",
    "A/79/188/Corr1",
    "a/res/79/1",
    "a/79/33",
    "s/2024/343",
    "A/hrc/56/l.3",
    "A/RES-79/1",
    "A/RES/79-1",
    "A.RES/79/1",
    "SRES/2231 (2015)",
    "S/RES 2231 (2015)",
    "S/RES/2231/2015",
    "S/RES/2231-2015",
    "S/2024-343",
    "S/PRST/2024-6",
    "A/HRC/RES/56-1",
    "A/HRC/56/RES/1",
    "A/HRC/S36/2",
    "A/HRC/RES/56",
    "A/HCR/56/32",
    "A/C-3/79/L.60",
    "A/C. 3/79/L.60",
    "A/79/C.3/L.60",
    "A/79/L. 5",
    "A/79/L-5",
    "A/79/188/add.1",
    "A/79/188/Add. 1",
    "A/79/188 Add.1",
    "A/79/188-Add.1",
    "A/79/188.Add.1",
    "A/79/Add.1/188",
    "A//79/33",
    "A / 79 / 33",
    "A/ES10/794",
    "A/RES/s-10/2",
    "A/1979/33",
    "S/24/343",
    "S/343/2024",
    "E/CN5/2024/3",
    "E/CN.5/79/3",
    "A/79/84 – E/2024/61",
    "A/79/84/E/2024/61",
    "E/2024/61-A/79/84",
    "A/76/6(Sect. 12)",
    "A/76/6 (Sect 12)",
    "A/RES/217A(III)",
    "UNEP/EA4/Res.11",
    "CEDAW/C/GC38",
    "FCCC/CP/2023/11/Add1",
]
NONE = [
    "and/or",
    "HIV/AIDS",
    "2020/21",
    "his/her",
    "A/B",
    "S/he",
    "T/F",
    "UN/CEFACT",
    "TCP/IP",
    "P/C",
    "km/h",
    "24/7",
    "A/H1N1",
    "A/California/7/2009",
    "N/A",
    "c/o",
    "I/O",
    "https://undocs.org/A/RES/79/1",
    "www.example.org/A/79/33",
    "E/F",
    "A/2",
    "CD/DVD",
    "S/MIME",
    "1/2/2024",
    "w/o",
    "A/a",
    "S/N",
    "S/N 12/34",
    "his/hers 24/7",
    "IV/2",
    "50/50",
    "Appleby A/S",
    "Appleby A/S 2024/25",
    "S/4HANA",
    "S/M/L/XL",
    "A/H1N1/2009",
    "A/Texas/50/2012",
    "A/C 12/34",
    "a/c no. 79/33",
    "Flat A/45/12",
    "Plot No. S/79/343",
    "A/B/C/1/2",
    "A/1/1/1",
    "E/W/1/2",
    "CAT/5e",
    "ISO/IEC 27001/2022",
    "SG/SM/12345",
    "P-2/1",
    "T/PCCs",
    "F/W 24/25",
    "example.org/A/RES/79/1",
    "user@example.org/A/79/33",
    "/home/a/79/33",
]


def symbols(text: str) -> list[Symbol]:
    """Return the symbols in a text."""
    found = read_inline(text, Span(0, len(text)), None)
    return [node for node in found if isinstance(node, Symbol)]


@pytest.mark.parametrize("symbol", [*GOOD, *SPACED])
def test_good_symbols_are_found_whole(symbol: str) -> None:
    """A good symbol is found as it stands, between other words."""
    (found,) = symbols(f"the honey report ({symbol}), and")
    assert (found.text, found.valid) == (symbol, True)


@pytest.mark.parametrize("symbol", [*BAD, "A/ 79/33", "A/79/188 /Add.1"])
def test_bad_symbols_are_found_and_bad(symbol: str) -> None:
    """What is surely meant as a symbol is one, and is known to be bad."""
    (found,) = symbols(f"in document {symbol}, and")
    assert (found.text, found.valid) == (symbol, False)


@pytest.mark.parametrize("word", NONE)
def test_other_words_are_no_symbols(word: str) -> None:
    """Words, fractions and addresses with a slash are no symbols."""
    assert not symbols(f"the bees {word} and the hive, {word}.")


def test_odd_hyphens_and_spaces_are_folded() -> None:
    """No-break hyphens and spaces are as good as plain ones."""
    (found,) = symbols("S/RES/1325\u00a0(2000)")
    assert (found.text, found.valid) == ("S/RES/1325 (2000)", True)
    (double,) = symbols("A/79/84\u2011E/2024/61")
    assert double.valid


def test_punctuation_is_no_part_of_a_symbol() -> None:
    """A full stop, a comma and a range end a symbol."""
    assert [
        s.text for s in symbols("A/79/5–A/79/9, S/2024/5-7 and A/79/188, Add.1")
    ] == [
        "A/79/5",
        "A/79/9",
        "S/2024/5",
        "A/79/188",
    ]
    assert [s.text for s in symbols("A/HRC/56/32. A/79/5, A/C.6/79/SR.15–18")] == [
        "A/HRC/56/32",
        "A/79/5",
        "A/C.6/79/SR.15",
    ]


@pytest.mark.skipif(not SHARED.is_dir(), reason="the published texts are not here")
def test_every_symbol_that_was_cited_is_accepted() -> None:
    """Each symbol and number as really cited is a good one."""
    lines = (SHARED / "facts/symbols.txt").read_text("utf-8").split("\n")
    refused = [line for line in filter(None, lines) if not explained(line).valid]
    assert not refused
    known = [is_symbol(line) or number(line).normal == line for line in lines if line]
    # Three lines were cut off in the middle of a parenthesis.
    assert known.count(False) == 3


counts = st.integers(1, 999).map(str)
sessions = st.integers(31, 99).map(str) | st.sampled_from(["ES-10", "S-30"])
years = st.integers(1994, 2030).map(str)
kinds = st.sampled_from(["", "L.", "CRP.", "WP.", "PV.", "SR."])
modifiers = st.lists(
    st.builds(
        "/{}.{}".format, st.sampled_from(["Rev", "Add", "Corr", "Amend"]), counts
    ),
    max_size=3,
).map("".join)
composed = st.one_of(
    st.builds("A/{}/{}{}{}".format, sessions, kinds, counts, modifiers),
    st.builds(
        "A/C.{}/{}/{}{}{}".format,
        st.integers(1, 6),
        sessions,
        kinds,
        counts,
        modifiers,
    ),
    st.builds("A/RES/{}/{}".format, sessions, counts),
    st.builds("A/HRC/RES/{}/{}".format, st.integers(1, 60), counts),
    st.builds("S/{}/{}{}".format, years, counts, modifiers),
    st.builds("S/RES/{} ({})".format, counts, years),
    st.builds("E/CN.{}/{}/{}{}".format, st.integers(1, 19), years, counts, modifiers),
    st.builds("E/{}/{}{}".format, years, counts, modifiers),
)


@given(composed)
def test_composed_symbols_are_good(symbol: str) -> None:
    """Whatever table 7 allows to be put together is a good symbol."""
    assert is_symbol(symbol)
    assert explained(symbol).valid


@given(composed, composed)
def test_double_symbols_are_good(first: str, second: str) -> None:
    """Two symbols with a hyphen between them are one."""
    assume("(" not in first)
    # The Assembly, the Economic and Social Council, the Security Council.
    assert is_symbol(f"{first}-{second}") is (first[0] <= second[0])


@pytest.mark.parametrize(
    "row", rows("symbol_slips.tsv"), ids=lambda row: row["example"]
)
def test_each_known_slip_is_mended(row: dict[str, str]) -> None:
    """The example of each slip in the table is known by it, and mended."""
    found = mended(row["example"])
    assert is_symbol(found.meant)
    assert found.slip.name == row["slip"]
    assert not is_symbol(row["example"])


@pytest.mark.parametrize("row", rows("symbol_gaps.tsv"), ids=lambda row: row["example"])
def test_each_known_gap_is_told(row: dict[str, str]) -> None:
    """What cannot be mended is told, not guessed."""
    found = mended(row["example"])
    assert (found.meant, found.slip.name) == ("", row["slip"])
    assert found.problem == row["problem"]


@given(composed, st.data())
def test_a_slip_in_a_symbol_is_seen(symbol: str, data: st.DataObject) -> None:
    """A good symbol with a space in it, or small letters, is still found, as bad."""
    bad = data.draw(
        st.sampled_from(
            [symbol.replace("/", "/ ", 1), symbol.replace("/", " /", 1), symbol.lower()]
        )
    )
    (found,) = symbols(f"the report ({bad}) on bees")
    assert (found.text, found.valid) == (bad, False)
    assert mended(bad).meant == symbol


@given(st.text(alphabet="ASECHRLVasechr/.-–0123456789 ()IX", max_size=40))
def test_any_text_is_read(text: str) -> None:
    """Whatever stands there, symbols lie in it, apart, in their order."""
    done = 0
    for found in symbols(text):
        assert done <= found.span.start < found.span.end <= len(text)
        assert found.valid is is_symbol(found.text)
        done = found.span.end
