"""How lines make up a document: a grammar over their kinds, one letter each.

A letter stands for a line, so that a place in the string is the number of a line:

==  ==========================================================================
e   enacting line
P   paragraph that opens as a preambular one and ends with a comma or a colon
q   paragraph that opens as a preambular one and ends otherwise
V   unnumbered paragraph that opens with a verb
v   the same, but it ends with a comma
N   numbered paragraph
Q   numbered paragraph that opens as a preambular one and ends with a comma
D   paragraph, numbered or not, that adopts a declaration and lets it follow
I   item: (a), (i), …
l   letter of a part
r   section, division or other heading
a   heading of an annex
m   line of the closing
c   cell of a table
x   any other line
f   footnote
==  ==========================================================================

What comes before the first enacting line is the front: masthead and title. The
grammar is total: what fits nowhere is ``loose``.
"""

import pyparsing as pp

from resolint.grammar.terminals import runs, terminal

# A part begins with few headings: a bound keeps looking ahead linear.
_HEADING = "[lr]"
_HEADINGS = "[lr]{0,6}"
_NEW_PART = f"l{_HEADINGS}e"


def _run(name: str, pattern: str, *, empty: bool = False) -> pp.Regex:
    """Return a run of lines: a match, whose only group is named as the run is."""
    run = terminal(f"(?P<{name}>{pattern})", empty=empty)
    run.set_name(name)
    return run


def _begins(pattern: str) -> pp.ParserElement:
    """Return what looks ahead: alternatives are tried only where one of them fits.

    Where all fail, pyparsing leaves a cycle of frames, which hold what was read.
    """
    return terminal(f"(?={pattern})").suppress()


# heading ::= ( "l" | "r" )            but not those of the next part
heading = _run("heading", rf"(?!{_HEADINGS}e){_HEADING}")

# preambular ::= ( "P" | "q" | "Q" | "v" | "x" ) items and further lines
preambular = _run("preambular", r"(?:[PqQx]|v(?=[Ixc]*[PqQvN]|[Ixc]*$))[Ic]*")

# operative ::= ( "N" | "V" | "v" | "Q" ) items, cells and continuations, and the
#               headings between items
operative = _run("operative", rf"[NVvQ](?:[Ixcq]|(?!{_HEADINGS}e)r(?=[rc]{{0,12}}I))*")

# declaration ::= "D" all that follows up to a closing, an annex or a note
declaration = _run("declaration", rf"D(?:(?!{_NEW_PART})[^maf])*")

# annex ::= "a" all that follows up to the next annex, a part, a closing or a note
annex = _run("annex", rf"a(?:(?!{_NEW_PART})[^amf])*")

# sectional ::= a preambular paragraph of a section of the operative part
sectional = _run("preambular", "[Pq][Ic]*")

# stray ::= items and other lines that no paragraph is above
stray = _run("stray", "[Ixc]+")

# closing ::= "m"+ , further lines among them
closing = _run("closing", r"m(?:[mxrc]*m)?")

# preamble ::= ( preambular | heading )*
preamble = pp.Optional(runs(preambular, heading).set_name("preamble"))

# lines ::= ( operative | heading | stray | sectional | declaration )+
#
# Alternatives begin with letters of their own: the most frequent is tried first.
lines = runs(operative, heading, stray, sectional, declaration).set_name("lines")

# inner ::= a resolution that another recommends, right after a colon
enacting = _run("enacting", "e")
inner = pp.Group(enacting + preamble + pp.Optional(lines) + pp.ZeroOrMore(annex))(
    "draft"
).set_name("draft inside a resolution")

# resolution ::= enacting preamble ( lines | inner )* annex*
body = pp.ZeroOrMore(
    _begins(rf"[^lrmafe]|(?!{_HEADINGS}e){_HEADING}|e") + (lines | inner)
)
resolution = enacting + preamble + body + pp.ZeroOrMore(annex)

# part ::= "l" headings resolution closing
label = _run("label", rf"l{_HEADINGS}(?=e)")
part = pp.Group(label + resolution + pp.Optional(closing))("part").set_name("part")

front = _run("front", rf"[^e]*?(?=l{_HEADINGS}e|e)", empty=True)
# rest ::= ( note+ | closing | annex | part | inner | loose )*
loose = _run("loose", rf"(?!l{_HEADINGS}e)[^ef]")
notes = _run("notes", "f+")
others = runs(notes, closing, annex, loose).set_name("rest")
rest = pp.ZeroOrMore(_begins(".") + (others | part | inner))

# document ::= front ( part+ | resolution ) rest
document = (front + pp.ZeroOrMore(part) + pp.Optional(resolution) + rest).set_name(
    "document"
)
document.parse_with_tabs().leave_whitespace()

# fragment ::= the same without an enacting line
fragment = (preamble + body + rest).set_name("fragment")
fragment.parse_with_tabs().leave_whitespace()
