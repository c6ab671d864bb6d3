"""What packs know beside their rules: instruments, dates of adoption, sessions."""

import subprocess
import sys
from collections.abc import Iterable
from datetime import date
from importlib.metadata import EntryPoint, entry_points

import pytest

from resolint import Operative, Organ, Preambular, Resolution, Source, parse
from resolint import lexicon as lexicons
from resolint.lexicon import GROUP, Instrument, Lexicon, Lexicons, Note, Turn
from resolint.symbol.acts import Act, act_of
from resolint_rules.lexicon import LEXICON


class Lamps(Lexicon):
    """What a pack may know of lamps."""

    def instruments(self) -> Iterable[Instrument]:
        """Return the one instrument on lamps."""
        return (Instrument(title="Convention on Lamps"),)

    def adopted(self, organ: Organ, kind: str, number: str) -> date | None:
        """Return the same day for all acts."""
        return date(1990, 12, 18)


class Wreck(Lexicon):
    """One that fails when it is asked."""

    def instruments(self) -> Iterable[Instrument]:
        """Fail."""
        raise RuntimeError("the lamp\nis out")


LAMPS, WRECK, STONE = Lamps(), Wreck(), "stone"
"""Named by the entry points of these tests."""


def known(monkeypatch: pytest.MonkeyPatch, *names: str) -> tuple[Lexicons, list[str]]:
    """Return lexicons as if some were installed, and what is told of them."""
    entries = [EntryPoint(name, f"test_lexicon:{name}", GROUP) for name in names]
    monkeypatch.setitem(sys.modules, "test_lexicon", sys.modules[__name__])
    monkeypatch.setattr(lexicons, "entry_points", lambda group: entries)
    lines: list[str] = []
    return Lexicons(lines.append), lines


def test_joined(monkeypatch: pytest.MonkeyPatch) -> None:
    """What several packs know is put together."""
    both, told = known(monkeypatch, "LAMPS", "LEXICON")
    assert "Convention on Lamps" in {each.title for each in both.instruments()}
    assert len([*both.instruments()]) == len([*LEXICON.instruments()]) + 1
    assert not told


def test_clash(monkeypatch: pytest.MonkeyPatch) -> None:
    """A day on which two packs differ is not known."""
    both, _ = known(monkeypatch, "LAMPS", "LEXICON")
    assert both.adopted(Organ.GA, "resolution", "70/1") is None
    assert both.adopted(Organ.GA, "resolution", "45/9999") == date(1990, 12, 18)


def test_failures(monkeypatch: pytest.MonkeyPatch) -> None:
    """One that fails, is no lexicon or is not there is told of in one line."""
    some, told = known(monkeypatch, "LAMPS", "MISSING", "STONE", "WRECK")
    assert [each.title for each in some.instruments()] == ["Convention on Lamps"]
    assert [line.partition(":")[2].partition(" cannot")[0] for line in told] == [
        "MISSING",
        "STONE",
        "WRECK",
    ]
    assert told[-1].endswith("cannot be used: RuntimeError: the lamp is out")


def test_installed() -> None:
    """The tables of the rules are installed as a lexicon."""
    assert LEXICON in [entry.load() for entry in entry_points(group=GROUP)]


def test_nothing_known() -> None:
    """A lexicon that answers nothing knows nothing."""
    empty = Lexicon()
    document = parse(Source.plain("The General Assembly,"))
    assert not [*empty.instruments(), *empty.named(document)]
    assert not [*empty.holds(Organ.GA, "resolution", "70/1")]
    assert empty.adopted(Organ.GA, "resolution", "70/1") is None
    assert empty.session(Organ.GA, "79") == ""
    assert empty.turn(document, None) is None


@pytest.mark.parametrize(
    ("symbol", "act"),
    [
        ("A/RES/45/158", Act(Organ.GA, "resolution", "45/158")),
        ("A/RES/217 A (III)", Act(Organ.GA, "resolution", "217 A (III)")),
        ("S/RES/1325 (2000)", Act(Organ.SC, "resolution", "1325 (2000)")),
        ("E/RES/2023/29", Act(Organ.ECOSOC, "resolution", "2023/29")),
        ("A/HRC/DEC/48/103", Act(Organ.HRC, "decision", "48/103")),
        ("A/RES/3/14", None),
        ("A/79/328", None),
    ],
)
def test_acts(symbol: str, act: Act | None) -> None:
    """The symbol of a resolution or decision says whose it is."""
    assert act_of(symbol) == act


def test_days() -> None:
    """A day is known from mastheads, from citations or from the instrument."""
    assert LEXICON.adopted(Organ.GA, "resolution", "70/1") == date(2015, 9, 25)
    assert LEXICON.adopted(Organ.SC, "resolution", "1325 (2000)") == date(2000, 10, 31)
    assert LEXICON.adopted(Organ.GA, "resolution", "217 A (III)") == date(1948, 12, 10)
    assert LEXICON.adopted(Organ.HRC, "resolution", "70/1") is None


def test_instruments() -> None:
    """Instruments are known by resolution, with their place in it."""
    held = LEXICON.holds(Organ.GA, "resolution", "69/283")
    assert [*held] == [
        "Sendai Declaration (annex I)",
        "Sendai Framework for Disaster Risk Reduction 2015–2030 (annex II)",
    ]
    assert not [*LEXICON.holds(Organ.SC, "resolution", "69/283")]


def test_notes() -> None:
    """A note is that of the organ, and tells what of it is in italics."""
    found = {each.title: each for each in LEXICON.instruments()}
    child = found["Convention on the Rights of the Child"].notes
    assert child[Organ.HRC] == Note(
        "United Nations, Treaty Series, vol. 1577, No. 27531.", ("Treaty Series",)
    )
    agenda = found["2030 Agenda for Sustainable Development"].notes
    assert agenda[Organ.GA].text == "Resolution 70/1."
    assert agenda[Organ.ECOSOC].text == "General Assembly resolution 70/1."
    assert Organ.SC not in agenda
    assert found["Agenda 21"].notes[Organ.GA].italics == (
        "Report of the United Nations Conference on Environment and Development, "
        "Rio de Janeiro, 3–14 June 1992",
        "Resolutions Adopted by the Conference",
    )


def test_named() -> None:
    """Names are found in paragraphs, but not as parts of longer ones."""
    text = (
        "The General Assembly,\n"
        "Recalling the Pact for the Future and the Working Group on the New Urban "
        "Agenda,\n"
    )
    document = parse(Source.plain(text))
    assert [document.source[each.span] for each in LEXICON.named(document)] == [
        "Pact for the Future"
    ]


def _turn(organ: str, *lines: str) -> Turn | None:
    """Return what may follow the last paragraph of a draft."""
    document: Resolution = parse(Source.plain("\n".join((f"The {organ},", *lines))))
    before: list[Preambular | Operative] = [*document.preamble, *document.operative]
    return LEXICON.turn(document, before[-1] if before else None)


def test_turns() -> None:
    """None, also, further and none again follow one another."""
    organ = "General Assembly"
    assert _turn(organ) == Turn()
    assert _turn(organ, "Recalling the wells,") == Turn(
        due="Recalling also", plain="Recalling"
    )
    assert _turn(organ, "Recalling further the wells,") == Turn(
        due="Recalling", plain="Recalling"
    )
    requested = _turn(organ, "1. Requests the keepers to light the lamps.")
    assert requested == Turn(
        due="Also requests", plain="Requests", addressee="the keepers"
    )
    assert _turn("Security Council", "Recalling the wells,") is None


def _symbol(text: str) -> list[str]:
    """Return what the command says of a symbol, a number or a citation."""
    command = [sys.executable, "-m", "resolint", "symbol", text]
    result = subprocess.run(
        command, capture_output=True, text=True, check=False, timeout=60
    )
    assert not result.stderr
    return [line.strip() for line in result.stdout.splitlines()]


def test_command() -> None:
    """``resolint symbol`` tells the date of adoption and the instrument."""
    assert _symbol("217 A (III)")[-3:] == [
        "adopted: 1948-12-10",
        "instrument: Universal Declaration of Human Rights",
        "address: https://undocs.org/en/A/RES/217A(III)",
    ]
    assert "adopted: 2000-10-31" in _symbol("S/RES/1325 (2000)")


def test_command_leaves_dates_alone() -> None:
    """A date that is cited is the one that is told; rules say whether it is right."""
    found = _symbol("General Assembly resolution 70/1 of 24 September 2015")
    assert [line for line in found if line.startswith("adopted")] == [
        "adopted: 2015-09-24"
    ]
    assert any("25 September 2015" in line for line in found if "problem" in line)


def test_command_on_several() -> None:
    """Of a list of resolutions no day is told: it would be that of one of them."""
    assert not [
        line
        for line in _symbol("General Assembly resolutions 70/1 and 71/1")
        if line.startswith(("adopted", "instrument"))
    ]
