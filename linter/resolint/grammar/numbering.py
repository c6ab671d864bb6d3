"""Paragraph numbers, and the markers of items."""

import pyparsing as pp

from resolint.grammar.space import SPACE

_GAP = rf"(?:[{SPACE}\u200b\u200e\u200f\u00ad]*)"
_QUOTE = "(?P<quote>[“\"‘']?)"

# number ::= [ quote ] digit+ [ " bis" | " ter" ] "." gap
number = pp.Regex(
    rf"{_QUOTE}(?P<mark>(?P<value>\d{{1,3}})(?P<bis>{_GAP}(?:bis|ter|quater))?\.)"
    rf"(?:{_GAP}(?=[^\s\d]|$)|[{SPACE}]+{_GAP})"
).set_name("paragraph number")

# other_number ::= [ quote ] ( "(" digit+ ")" | digit+ ")" | ROMAN "." | "OP" digit+ )
other_number = pp.Regex(
    rf"{_QUOTE}(?P<mark>\((?P<value>\d{{1,3}})\)|(?P<half>\d{{1,3}})\)"
    rf"|(?P<roman>[IVXL]+)\.|(?:OP|PP) ?(?P<label>\d{{1,3}})[.:)]?"
    rf"|(?P<bare>\d{{1,2}})(?=[{SPACE}]+(?:Also |Further )?[A-Z][a-z]+s\b))"
    rf"[{SPACE}]*{_GAP}"
).set_name("paragraph number in another form")

# letters ::= "(" ( letter+ | roman ) ")" ; and the forms a. a) A. 1.1 and bullets
marker = pp.Regex(
    rf"{_QUOTE}(?P<mark>\((?P<letters>[a-z]{{1,5}}|[A-Z]{{1,2}})\)"
    rf"|(?P<dotted>[a-z]{{1,4}})\.(?=[{SPACE}])"
    rf"|(?P<open>[a-z]{{1,4}})\)"
    rf"|(?P<decimal>\d{{1,3}}\.\d{{1,3}}\.?)(?=[{SPACE}])"
    rf"|(?P<bullet>[–—•·▪◦●○■□*+-])(?=[{SPACE}]))"
    rf"{_GAP}"
).set_name("item marker")
