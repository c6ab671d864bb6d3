"""The lines of the masthead, of the adoption line, the title and the closing."""

import pyparsing as pp

from resolint.grammar.space import SPACE
from resolint.regex import regex

_END = rf"[{SPACE}]*$"
_GAP = rf"[{SPACE}]"
_MONTH = (
    "(?:January|February|March|April|May|June|July|August|September|October|November"
    "|December)"
)
_DAY = rf"\d{{1,2}}(?:st|nd|rd|th)?{_GAP}+{_MONTH},?{_GAP}+\d{{4}}"
_ORGANS = (
    "General Assembly|Security Council|Economic and Social Council|Human Rights Council"
)
_COMMITTEES = (
    r"(?:First|Second|Third|Fifth|Sixth) Committee"
    r"|Special Political and Decolonization Committee(?:\s*\(Fourth Committee\))?"
    r"|Fourth Committee"
)


def _line(name: str, pattern: str) -> pp.ParserElement:
    """Return a line of the masthead, by its name in the document model."""
    return pp.Regex(pattern).set_name(name.replace("_", " "))(name)


# publisher ::= "United Nations"
publisher = _line("publisher", rf"(?P<value>United Nations){_END}")

# symbol ::= series ( "/" part )+                         (a line of its own)
symbol = _line(
    "symbol",
    rf"(?P<value>(?:[AES]|HRC|CRPD|ST|TD|UNEP)/{_GAP}?[A-Z0-9][^\s,;*]*"
    rf"(?:{_GAP}[A-Z](?:[-–‑][A-Z])?)?(?:{_GAP}?\([^)]*\))?)[*]*{_END}",
)

# organ ::= "General Assembly" | …
organ = _line("organ", rf"(?P<value>{_ORGANS}){_END}")

# distribution ::= "Distr.:" word
distribution = _line(
    "distribution", rf"Distr\.?{_GAP}*:?{_GAP}*(?P<value>[A-Za-z]+){_END}"
)

# issued ::= day month year
issued = _line("issued", rf"(?P<value>{_DAY}){_END}")

# original ::= "Original:" languages
original = _line("original", rf"Original{_GAP}*:{_GAP}*(?P<value>[A-Za-z ,/]+){_END}")

# session ::= ordinal "session" | year "session" | … "emergency special session"
session = _line(
    "session",
    rf"(?P<value>(?:Resumed )?(?:\d{{4}}(?:[-–]\d{{4}})?|\d{{1,3}}(?:st|nd|rd|th)"
    r"|[A-Z][a-z]+(?:[-‑ ][A-Za-z]+){0,2})"
    rf"(?: (?:organizational|resumed|substantive))?"
    rf"(?:{_GAP}(?:emergency{_GAP})?special)?{_GAP}[Ss]ession){_END}",
)

# session_dates ::= day [ month [ year ] ] dash day month year
session_dates = _line(
    "session_dates",
    rf"(?P<value>\d{{1,2}}{_GAP}*(?:{_MONTH}{_GAP}*(?:\d{{4}}{_GAP}*)?)?[-–—‑]?{_GAP}*"
    rf"\d{{1,2}}{_GAP}+{_MONTH}{_GAP}+\d{{4}}){_END}",
)

# committee ::= name of a Main Committee
committee = _line("committee", rf"(?P<value>{_COMMITTEES}){_END}")

# agenda_item ::= "Agenda item" number [ "(" letter ")" ] { ( "," | "and" ) … }
agenda_item = _line(
    "agenda_item",
    rf"(?P<label>[Aa]genda{_GAP}+[Ii]tems?){_GAP}*(?P<value>\d+[^\n]{{0,80}}?)[*]*{_END}",
)

# resolution_number ::= "Resolution" number "(" year ")"
resolution_number = _line(
    "resolution_number",
    rf"Resolution{_GAP}+(?P<value>\d+{_GAP}?\(\d{{4}}\)){_END}",
)

# adoption ::= "Resolution adopted by the" organ "on" date
#            | "Adopted by the Security Council at its" n "meeting, on" date
adoption = _line(
    "adoption",
    rf"(?P<value>Resolutions?{_GAP}+adopted{_GAP}+by{_GAP}+the{_GAP}.*"
    rf"|Adopted by the Security Council.*|Adopted by the {_ORGANS}.*){_END}",
)

# information ::= "[" ( "on the report of …" | "without reference …" ) "]"
information = _line(
    "information",
    rf"\[?(?P<value>(?:on the (?:report|recommendation) of|on a proposal"
    rf"|without reference to|adopted (?:without|by)"
    rf"|(?<=\[)[A-Z][\w ]+ report )[^\n]*?)\]?"
    rf"(?:\[\^?\w+\])?{_END}",
)

# sponsors ::= names ":" [ "*" ] [ "revised" ] "draft resolution"
#            | "Draft resolution submitted by …"
sponsors = _line(
    "sponsors",
    rf"(?P<value>[^\n]*:{_GAP}*\**{_GAP}*(?:revised )?draft (?:resolution|decision)"
    rf"|Draft (?:resolution|decision)s? (?:submitted|proposed|recommended)[^\n]*)"
    rf"[*]*{_END}",
)

# model_un ::= FIELD ":" words                            (Model UN headers)
model_un = _line(
    "model_un",
    rf"(?P<label>(?:FORUM|Forum|QUESTION(?: OF)?|Question(?: of)?|COMMITTEE|Committee"
    rf"|TOPIC|Topic|(?:MAIN |Main |CO-?|Co-?)?(?:SUBMITTE(?:R|D BY)S?"
    rf"|[Ss]ubmitte(?:r|d by)s?|SPONSORS?|[Ss]ponsors?)|SIGNATORIES|Signatories"
    rf"|DELEGATION|Delegation)){_GAP}*:{_GAP}*(?P<value>[^\n]*){_END}",
)

# title ::= session "/" number "." title                  (and old and other forms)
title = _line(
    "title",
    rf"(?P<number>(?:\d{{1,4}}|(?:ES|S)[-‑]\d+)/\d+"
    rf"(?:{_GAP}?[A-Z](?:[-–‑ ](?:to |and )?[A-Z])?(?![A-Za-z]))?"
    rf"|\d{{1,4}}{_GAP}?(?:[A-Z]{_GAP}?)?\((?:[IVXL]+|E?S-[IVXL]+)\))"
    rf"(?P<mark>\.?){_GAP}*[\u200e\u200f]*{_GAP}*(?P<value>[^\n]*){_END}",
)

heading_line = (
    publisher
    | symbol
    | organ
    | distribution
    | issued
    | original
    | session_dates
    | session
    | committee
    | agenda_item
    | resolution_number
    | adoption
    | information
    | sponsors
    | model_un
    | title
    | pp.Empty().set_name("other")("other")
).set_name("line of the masthead")
heading_line.parse_with_tabs().leave_whitespace()

# meeting ::= ordinal [ "(resumed)" ] [ "plenary" ] "meeting"
meeting = _line(
    "meeting",
    rf"(?P<value>(?P<ordinal>\d{{1,5}}{_GAP}?(?:st|nd|rd|th)?){_GAP}*"
    rf"(?P<resumed>\(resumed\){_GAP})?(?:resumed )?(?:[Pp]lenary{_GAP})?meeting"
    rf"|[Pp]lenary{_GAP}meeting{_GAP}\d+[^\n]*)[.,]?{_END}",
)

# date ::= [ weekday ] day month year | month day, year
day = _line(
    "date",
    rf"(?P<value>{_DAY}|{_MONTH}{_GAP}\d{{1,2}}(?:st|nd|rd|th)?,?{_GAP}\d{{4}})"
    rf"\.?{_END}",
)

# vote ::= "[Adopted …"
vote = _line("vote", r"(?P<value>[\[(](?:[Rr]esolution )?[Aa]dopted[^\n]*)")

# vote_list ::= ( "In favour" | "Against" | "Abstaining" ) …
vote_list = _line(
    "vote_list",
    r"(?P<value>(?:In favour|Against|Abstaining|Abstentions?|Not voting)\s*:?[^\n]*)",
)

# meeting and date together on one line
meeting_day = _line(
    "meeting",
    rf"(?P<value>(?P<ordinal>\d{{1,5}}(?:st|nd|rd|th)){_GAP}(?P<resumed>\(resumed\){_GAP})?"
    rf"(?:plenary{_GAP})?meeting,?{_GAP}+{_DAY}){_END}",
)

closing_line = (meeting | meeting_day | day | vote | vote_list).set_name(
    "line of the closing"
)
closing_line.parse_with_tabs().leave_whitespace()

MAY_CLOSE = regex(
    rf"\s*(?:[\d\[(]|{_MONTH}|[Pp]lenary|In favour|Against|Abst|Not voting)"
)
"""What a line of the closing begins with: few others do."""
