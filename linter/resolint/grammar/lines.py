"""What kind of line a line of the body is.

The expressions are tried in the order of `line`; each takes the beginning of a line,
as far as it tells the kind. `text` takes what is left, so that `line` never fails.
"""

import pyparsing as pp

from resolint.grammar.numbering import marker, number, other_number
from resolint.grammar.space import SPACE
from resolint.regex import regex

_QUOTE = "[“\"‘']?"
_END = rf"[{SPACE}]*$"

# enacting ::= [ quote ] "The" organ [ "," | ":" ]
enacting = pp.Regex(
    rf"(?P<quote>{_QUOTE})(?P<name>(?:The|THE) "
    r"(?P<organ>General Assembly|GENERAL ASSEMBLY|Security Council|SECURITY COUNCIL"
    r"|Economic (?:and|&) Social Council|ECONOMIC AND SOCIAL COUNCIL"
    r"|Human Rights Council|HUMAN RIGHTS COUNCIL))"
    rf"(?P<mark>[,:;.]?){_END}"
).set_name("enacting line")

# body ::= "The" Name of up to nine words [ "," ]        (other bodies: a candidate)
body = pp.Regex(
    rf"(?P<quote>{_QUOTE})(?P<name>(?:The|THE) [A-Z][\w’'.-]*"
    r"(?: (?:of|on|and|for|the|in|to|against|&|[A-Z0-9(][\w’'.()-]*)){0,12})"
    rf"(?P<mark>[,:]?){_END}"
).set_name("name of another body")

# annex ::= ( "Annex" | "Appendix" ) [ roman | letter | digit ] [ title ]
annex = pp.Regex(
    r"(?P<word>Annex|ANNEX|Appendix|APPENDIX)(?:es|ES)?"
    rf"(?:[{SPACE}]+(?P<label>[IVXL]+|[A-Z]|\d{{1,2}})(?![A-Za-z]))?"
    rf"(?:{_END}|[{SPACE}]*[-–—:.][{SPACE}]*(?P<title>[^a-z].*)$)"
).set_name("heading of an annex")

# letter ::= capital [ wide gap heading ]                 (a lettered part)
letter = pp.Regex(
    rf"(?P<label>[A-Z])(?:{_END}|[{SPACE}]{{2,}}(?P<title>[A-Z].*[^.;,:\s]){_END})"
).set_name("letter of a part")

# section ::= roman [ gap heading ]
section = pp.Regex(
    rf"(?P<label>[IVXL]+)(?:{_END}|\.?[{SPACE}]+(?P<title>[A-Z][^.;,]*[^.;,:]){_END})"
).set_name("section")

# division ::= ( "Part" | "Section" | "Chapter" ) label [ heading ]
division = pp.Regex(
    rf"(?:Part|Section|Chapter|PART|SECTION)[{SPACE}]+(?P<label>[IVXL]+|\d+|[A-Z])"
    rf"(?:[{SPACE}]*[-–—:.]?[{SPACE}]*(?P<title>[^.;]*[^.;,:]))?{_END}"
).set_name("division")

# subheading ::= capital "." heading without final mark
subheading = pp.Regex(
    rf"(?P<label>[A-Z])\.[{SPACE}]+(?P<title>[^\n]*[^.;,:\s]){_END}"
).set_name("lettered heading")

line = (
    number("number")
    | marker("marker")
    | enacting("enacting")
    | annex("annex")
    | letter("letter")
    | section("section")
    | division("division")
    | subheading("subheading")
    | other_number("other_number")
    | body("body")
    | pp.Empty().set_name("text")("text")
).set_name("line")
line.parse_with_tabs().leave_whitespace()

PLAIN = regex(r"(?!The |Annex|Appendix|Part|Section|Chapter)[A-Z][a-z]")
"""What only text begins with: most lines of text need not be tried as all the others.

Each expression that is tried and fails costs more than most that match: an exception,
and the frames that it holds until they are collected.
"""
