"""Official Records and Treaty Series."""

from collections.abc import Iterator, Mapping

from resolint.document import OfficialRecord, Organ, Symbol, TreatySeries
from resolint.grammar import notes
from resolint.grammar.terminals import first
from resolint.inline.line import Line
from resolint.regex import regex
from resolint.tables import ordinals

REACH = 400
"""How far a reference to a record may go."""

_ITEM = regex(r"[\dA-Z]+\b")


def read_records(
    line: Line, symbols: Mapping[int, Symbol]
) -> Iterator[OfficialRecord | TreatySeries]:
    """Yield the records and volumes that a line names.

    ``symbols`` are its symbols, by where they begin in it.
    """
    done = 0
    for at in notes.places(line.text):
        if at < done:
            continue
        text = line.text[at : at + REACH]
        if found := first(notes.treaty_series, text)[1]:
            done = at + found.end()
            yield TreatySeries(
                span=line.span(at, done),
                volumes=tuple(_ITEM.findall(found["volumes"])),
                numbers=tuple(_ITEM.findall(found["numbers"] or "")),
                ibid=bool(found["ibid"]),
            )
        elif found := first(notes.official_record, text)[1]:
            if found["ibid"] and not (found["ordinal"] or found["supplement"]):
                continue
            end = at + found.end()
            symbol = symbols.get(end) if found["paren"] else None
            done = end - 2 if found["paren"] else end
            words = (found["ordinal"] or "").lower()
            figures = found["year"] or (words[:-2] if words[:1].isdigit() else "")
            yield OfficialRecord(
                span=line.span(at, max(done, at)),
                organ=Organ(found["organ"]) if found["organ"] else None,
                session=int(figures) if figures else ordinals().get(words),
                supplement=(found["supplement"] or "").replace(" ", ""),
                symbol=symbol.text if symbol else "",
            )
