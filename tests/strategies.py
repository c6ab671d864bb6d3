"""Hypothesis strategies for resolutions, and for lines that are less than one."""

from dataclasses import replace

from hypothesis import strategies as st

from drafting import CALL, Annex, Body, Clause, Draft, Section, lines
from resolint import Organ
from resolint.builder.items import numeral

FIGURES = st.integers(1, 180)

# An opening, and the word that follows it: of "Takes note of", *of* is not in italics.
PREAMBULAR = st.sampled_from(
    [
        ("Recalling", ""),
        ("Recalling also", ""),
        ("Noting", ""),
        ("Noting with appreciation", ""),
        ("Bearing in mind", ""),
        ("Reaffirming", ""),
        ("Welcoming", ""),
        ("Having considered", ""),
        ("Taking note", "of "),
        ("Aware", "of "),
        ("Convinced", "of "),
        ("Guided", "by "),
        ("Deeply concerned", "at "),
    ]
)
OPERATIVE = st.sampled_from(
    [
        ("Welcomes", ""),
        ("Invites", ""),
        ("Requests", ""),
        ("Also requests", ""),
        ("Urges", ""),
        ("Calls upon", ""),
        ("Encourages", ""),
        ("Reaffirms", ""),
        ("Takes note", "of "),
        ("Takes note with appreciation", "of "),
        ("Decides", "to consider "),
        ("Expresses its appreciation", "to "),
    ]
)
THINGS = st.sampled_from(
    [
        "the keepers of the lighthouses",
        "the lamps and the lenses",
        "Member States with orchards",
        "the footpaths along the coast",
        "the libraries of small islands",
        "all that beekeepers have done",
        "the report of the Secretary-General",
        "its resolution 45/158 of 18 December 1990",
        "the harbour of the town, the quays and the piers",
        "“the book of tides”",
        "the Programme of Action of the Conference on Wells",
    ]
)
TAILS = st.sampled_from(
    [
        "",
        " at the earliest possible time",
        ", in particular those of wood",
        " and the care that they take",
        ", as set out in paragraph 3 above",
        " on 25 June 1993",
        " and, inter alia, the shores",
        " in the 12 years since",
    ]
)
NOTES = st.sampled_from(
    [
        "A/79/328.",
        "Resolution 217 A (III).",
        "A/CONF.157/24 (Part I), chap. III.",
        "See resolution 70/1.",
        "United Nations, Treaty Series, vol. 1577, No. 27531.",
        "Ibid., annex IV.",
    ]
)
HEADINGS = st.sampled_from(
    ["Lamps", "Keeping of bees", "Means of repair", "Follow-up and review"]
)
MONTHS = st.sampled_from(["January", "May", "August", "December"])
DAYS = st.builds(
    lambda day, month, year: (day, month, year),
    st.integers(1, 28),
    MONTHS,
    st.integers(1995, 2025),
)
NUMBERS = {"January": 1, "May": 5, "August": 8, "December": 12}


@st.composite
def sentences(draw: st.DrawFn) -> str:
    """Draw some words, here and there with a call of a note."""
    thing, tail = draw(THINGS), draw(TAILS)
    if thing[-1].isalpha() and draw(st.integers(0, 9)) == 0:
        thing += CALL
    return thing + tail


@st.composite
def items(draw: st.DrawFn, level: int = 1) -> tuple[Clause, ...]:
    """Draw items of a level, and of those below it."""
    count = draw(
        st.integers(1, 11) if draw(st.integers(0, 9)) == 0 else st.integers(1, 3)
    )
    made = []
    for index in range(count):
        # Under (h) nobody can tell the item (i) from the subitem (i).
        below = level < 4 and index != 7 and draw(st.integers(0, 4)) == 0
        inner = draw(items(level + 1)) if below else ()
        made.append(
            Clause(
                words=f"To keep {draw(sentences())}{':' if inner else ';'}",
                marker=_marker(level, index),
                items=inner,
            )
        )
    return tuple(made)


def _marker(level: int, index: int) -> str:
    letter = "abcdefghijk"[index]
    roman = numeral(index + 1)
    return (f"({letter})", f"({roman})", f"{letter}.", f"{roman}.")[level - 1]


@st.composite
def clauses(
    draw: st.DrawFn, openings: st.SearchStrategy[tuple[str, str]], end: str
) -> Clause:
    """Draw a paragraph with its opening, and now and then with items."""
    opening, joint = draw(openings)
    words = f"{opening} {joint}{draw(sentences())}"
    below = draw(items()) if draw(st.integers(0, 4)) == 0 else ()
    # Two notes about one mark cannot be told from a decimal, as in "coast3.4".
    called = CALL if words[-1] != CALL and draw(st.integers(0, 5)) == 0 else ""
    mark = ":" if below else end
    return Clause(words=f"{words}{mark}{called}", opening=opening, items=below)


@st.composite
def bodies(draw: st.DrawFn, label: str = "", *, headed: bool = True) -> Body:
    """Draw a preamble and an operative part."""
    preamble = draw(st.lists(clauses(PREAMBULAR, ","), min_size=1, max_size=4))
    runs = draw(
        st.lists(
            st.lists(clauses(OPERATIVE, ";"), min_size=1, max_size=4),
            min_size=1,
            max_size=3 if headed else 1,
        )
    )
    alone = sum(map(len, runs)) == 1
    sections, number = [], 0
    for index, run in enumerate(runs):
        made = []
        for clause in run:
            number += 1
            last = index == len(runs) - 1 and clause is run[-1] and not clause.items
            made.append(
                Clause(
                    words=clause.words.replace(";", ".") if last else clause.words,
                    opening=clause.opening,
                    items=clause.items,
                    marker="" if alone else f"{number}.",
                )
            )
        heading = draw(HEADINGS) if index or (len(runs) > 1) else ""
        sections.append(Section(heading=heading, paragraphs=tuple(made)))
    title = draw(HEADINGS) if label else ""
    return Body(
        preamble=tuple(preamble), sections=tuple(sections), label=label, title=title
    )


Fields = tuple[tuple[str, str, str], ...]


@st.composite
def fronts(draw: st.DrawFn, organ: Organ) -> tuple[Fields, Fields, str]:
    """Draw the masthead, the lines above the title, and the number."""
    number = draw(FIGURES)
    day, month, year = draw(DAYS)
    written = f"{day} {month} {year}"
    iso = f"{year}-{NUMBERS[month]:02}-{day:02}"
    item = draw(st.sampled_from(["7", "12 (a)", "105"]))
    agenda: Fields = (
        ("agenda_item", item, f"Agenda item {item}"),
        ("agenda_title", "Care of coasts", "Care of coasts"),
    )
    adoption = f"Resolution adopted by the {organ} on {written}"
    match organ:
        case Organ.GA:
            session, name = ("79", "Seventy-ninth session")
            symbol, printed = f"A/RES/79/{number}", f"79/{number}"
        case Organ.HRC:
            session, name = ("52", "Fifty-second session")
            symbol, printed = f"A/HRC/RES/52/{number}", f"52/{number}"
        case Organ.ECOSOC:
            session, name = ("2022", "2022 session")
            symbol, printed = f"E/RES/2022/{number}", f"2022/{number}"
        case Organ.SC:
            printed = f"{2000 + number} ({year})"
            symbol = f"S/RES/{printed}"
            session, name = "", ""
            agenda = ()
            adoption = (
                f"Adopted by the Security Council at its 9440th meeting, on {written}"
            )
    first = Organ.GA if organ is Organ.HRC else organ
    masthead: Fields = (
        ("publisher", "United Nations", "United Nations"),
        ("symbol", symbol, symbol),
        ("organ", first, first),
        ("distribution", "General", "Distr.: General"),
        ("issued", iso, written),
        *(
            (
                ("original", "English", "Original: English"),
                ("organ", organ, str(organ)),
            )
            if organ is Organ.HRC
            else ()
        ),
        *((("session", session, name),) if session else ()),
        *agenda,
    )
    above: Fields = (("adoption", iso, adoption),)
    if organ is Organ.SC:
        above = (("resolution_number", printed, f"Resolution {printed}"), *above)
    elif organ is Organ.GA and draw(st.booleans()):
        report = "[on the report of the Second Committee (A/79/438)]"
        above = (*above, ("information", "A/79/438", report))
    return masthead, above, printed


@st.composite
def drafts(draw: st.DrawFn) -> Draft:
    """Draw a resolution of any organ."""
    organ = draw(st.sampled_from(Organ))
    masthead, above, number = draw(fronts(organ))
    parts = organ is not Organ.SC and draw(st.integers(0, 4)) == 0
    found = (
        tuple(draw(bodies(label, headed=False)) for label in "AB")
        if parts
        else (draw(bodies()),)
    )
    closing: tuple[tuple[str, str], ...] = ()
    if organ is not Organ.SC:
        day, month, year = draw(DAYS)
        closing = (
            ("meeting", "54th plenary meeting"),
            ("date", f"{day} {month} {year}"),
        )
    if organ is Organ.HRC:
        closing = (*closing, ("vote", "[Adopted without a vote.]"))
    count = draw(st.integers(0, 2)) if closing else 0
    labels = ("Annex",) if count == 1 else ("Annex I", "Annex II")
    annexes = tuple(
        Annex(label=label, lines=("Rules of the lamp room", "Lamps are lit at dusk."))
        for label in labels[:count]
    )
    bare = Draft(
        organ=organ,
        masthead=masthead,
        above=above,
        number=number,
        title="" if organ is Organ.SC else "Keeping of lighthouses and of wells",
        bodies=found,
        closing=closing,
        annexes=annexes,
        notes=(),
    )
    return _noted(draw, bare)


def _noted(draw: st.DrawFn, draft: Draft) -> Draft:
    """Give a draft as many notes as it calls."""
    calls = sum(line.words.count(CALL) for line in lines(draft))
    notes = draw(st.lists(NOTES, min_size=calls, max_size=calls))
    return replace(draft, notes=tuple(notes))
