"""Hypothesis strategies for lines that are less than a resolution."""

from hypothesis import strategies as st

LINES = st.sampled_from(
    [
        *(
            "The General Assembly,",
            "*The Security Council*,",
            "THE HUMAN RIGHTS COUNCIL",
        ),
        *("“The Economic and Social Council,", "The Commission on Wells,", "A", "II"),
        *("United Nations", "A/RES/79/5", "A/C.3/79/L.60/Rev.1", "Distr.: General"),
        *(
            "79/5. Lamps",
            "Agenda item 105 (a)",
            "Seventy-ninth session",
            "2022 session",
        ),
        *("Resolution 2701 (2023)", "FORUM: Wells", "France: draft resolution"),
        *("Recalling its resolution 45/158 of 31 February 1990,1", "*Noting* bees;"),
        *("Recalling:", "Recalling", "1. *Decides* to go on;", "1.", "2.\t*Urges*:"),
        *("9999999999. Requests", "1 bis. Invites;", "- Calls upon", "(a) to keep;"),
        *("(i) lamps", "(aa) lenses,", "a. wells", "iv. piers", "(1) quays", "a) bees"),
        *("Annex", "Annex II", "Appendix A", "Section B", "I. Lamps", "# Lamps"),
        *("54th plenary meeting", "23 December 2004", "[Adopted without a vote.]"),
        *("[^1]: Ibid.", "1 A/79/328.", "[1] Resolution 217 A (III).", "text[^1] text"),
        *("| a | b |", "|---|---|", "<!-- resolint: ignore ALL -->", "```", "---", ""),
        *("Adopts the following Declaration:", "1. Adopts the Declaration below:"),
        *("[DU1]", "_______________", "United NationsA/RES/79/5General Assembly"),
        *("in resolutions 1 (I), 2/3 and 4 A (V) of 5 and 6 May 1970", "\u00a0\u200e"),
        *("Official Records of the General Assembly, Fifth Session, Supplement No. 4",),
        *("see paragraphs 3 (b) to 5 above", "vol. 1577, No. 27531", "*“bees”*,"),
    ]
)
"""Lines such as drafters write, good and bad, in any order."""


@st.composite
def messes(draw: st.DrawFn) -> str:
    """Draw some text: lines of drafts and chance characters, in any order."""
    made = draw(st.lists(st.one_of(LINES, LINES, st.text(max_size=30)), max_size=30))
    return draw(st.sampled_from(["\n", "\n\n", "\r\n"])).join(made)


@st.composite
def mangled(draw: st.DrawFn, text: str) -> str:
    """Draw a text with some of its lines lost, doubled, moved or cut."""
    rows = text.split("\n")
    for _ in range(draw(st.integers(1, 8))):
        at = draw(st.integers(0, len(rows) - 1))
        match draw(st.integers(0, 4)):
            case 0:
                del rows[at]
                rows = rows or [""]
            case 1:
                rows.insert(at, rows[at])
            case 2:
                rows.insert(draw(st.integers(0, len(rows) - 1)), rows.pop(at))
            case 3:
                rows[at] = rows[at][: draw(st.integers(0, len(rows[at])))]
            case _:
                rows.insert(at, draw(LINES))
    return "\n".join(rows)
