"""What a line shows of itself: markers, furniture, closing lines."""

import re

SPACES = r"[ \t\u00a0\u2007\u2009\u202f]"
MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October"
    r"|November|December)"
)

DATE = re.compile(rf"\d{{1,2}}{SPACES}{{1,2}}{MONTH}{SPACES}{{1,2}}\d{{4}}")

MARKER = re.compile(
    r"(?:\d{1,3}(?:\s?(?:bis|ter|quater))?\.(?!\d)|\(?[a-z]{1,2}\)|\(?[ivxl]{1,6}\)"
    r"|[a-z]\.|[ivx]{1,5}\.|\(\d{1,2}\)|\[\d{1,3}\]|[•●▪◦–—*-](?=\s))(?=\s|$)"
    r"|[¹²³⁴⁵⁶⁷⁸⁹]"
)
"""The number or letter that a paragraph begins with."""

CLOSING = re.compile(
    rf"\d+(?:st|nd|rd|th){SPACES}+(?:\(resumed\){SPACES}+)?(?:plenary{SPACES}+)?meeting$"
    rf"|{DATE.pattern}$|\[(?:Adopted|Resolution adopted)\b"
)
"""A line behind the last paragraph: the meeting, the date, the vote."""

RULE = re.compile(r"(?:_{3,}|-{3,}|={3,}|—{3,}|–{3,}|─{3,}|\*{5,})$")
"""A line across."""

JOB = re.compile(
    r"(?:GE\.)?\d{2}-\d{5}\*{0,3}(?:\s*\([A-Z]\))?(?:\s+\d{6})*(?:\s+\*\d{7,9}\*)?$"
)
"""A job number, perhaps with the language and the dates of printing."""

BARCODE = re.compile(r"\*\d{7,9}\*$")
"""What a barcode says."""

PAGE = re.compile(r"(?:Page )?\d{1,3}/\d{1,3}$")
"""The number of a page among all pages."""

LONE = re.compile(r"\d{1,4}$")
"""A number alone: perhaps that of a page."""

SYMBOL = re.compile(
    r"(?:A|S|E|ST|DP|ICCD|T|HRI|TD|FCCC|CRC|CEDAW|CCPR|CAT|CERD|CMW|CRPD|CED|UNEP|SPLOS)"
    r"/[A-Z0-9][A-Za-z0-9./*-]*[A-Za-z0-9*](?:\s?\(\d{4}\))?"
    r"(?:\s[A-Z](?:[-–][A-Z])?)?\*{0,3}$"
)
"""The symbol of a document, alone on its line."""
