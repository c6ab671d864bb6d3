"""What is around the documents: head, controls, help; all in one file.

The policy in the head lets the browser fetch nothing, and run nothing but our script.
"""

from base64 import b64encode
from collections import Counter
from collections.abc import Sequence
from hashlib import sha256
from importlib.resources import files

from resolint.diagnostic import Severity
from resolint.render.html.documents import Document, contents
from resolint.render.html.escaping import named, quoted, shown
from resolint.render.html.families import families
from resolint.render.html.findings import WORDS
from resolint.render.html.rulebook import rulebook
from resolint.render.report import Layout

_KEYS = (
    ("j", "next finding"),
    ("k", "previous finding"),
    ("Enter", "page of the rule of the finding"),
    ("Esc", "close the page"),
    ("?", "this help"),
)


def opening(made: Sequence[Document], layout: Layout) -> str:
    """Return what stands before the documents."""
    codes = sum((each.codes for each in made), Counter[str]())
    return (
        f"{_head(made)}<body>\n"
        '<a class="skip" href="#documents">To the documents</a>\n'
        f"{_bar(made, codes, layout)}"
        f'<main id="documents" tabindex="-1">\n{contents(made)}'
    )


def closing(made: Sequence[Document], layout: Layout) -> str:
    """Return what stands behind the documents."""
    codes = sum((each.codes for each in made), Counter[str]())
    nothing = "" if made else '<p class="nothing">There are no documents.</p>\n'
    return f"{nothing}{rulebook(codes, layout)}</main>\n{_dialogs()}</body>\n</html>\n"


def _head(made: Sequence[Document]) -> str:
    style, script = _resource("style.css"), _resource("script.js")
    policy = (
        f"default-src 'none'; style-src '{_hash(style)}'; "
        f"script-src '{_hash(script)}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    match made:
        case [only]:
            title = f"{shown(named(only.name))} – resolint"
        case _:
            title = f"{len(made)} documents – resolint"
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f'<title>{title}</title>\n<link rel="icon" href="data:,">\n'
        f"<style>{style}</style>\n<script>{script}</script>\n</head>\n"
    )


def _bar(made: Sequence[Document], codes: Counter[str], layout: Layout) -> str:
    """Return the line at the head of the window."""
    severities = sum((each.severities for each in made), Counter[Severity]())
    total = severities.total()
    found = "Nothing found" if not total else f"{total} finding{'s'[: total != 1]}"
    controls = _controls(severities, codes, layout) if total else ""
    return (
        '<header class="bar">\n<h1>resolint</h1>\n'
        f'<p class="count" id="count" role="status">{found}</p>\n{controls}</header>\n'
    )


def _controls(
    severities: Counter[Severity], codes: Counter[str], layout: Layout
) -> str:
    kinds = "".join(
        f'<label><input type="checkbox" name="severity" value="{each}" checked>'
        f' <span class="sample {each}">{WORDS[each]}s</span>'
        f' <span class="number">{severities[each]}</span></label>\n'
        for each in WORDS
        if severities[each]
    )
    boxes = "".join(
        f'<label><input type="checkbox" name="family" value={quoted(family)} checked>'
        f" <b>{shown(family)}</b> {shown(about)}"
        f' <span class="number">{count}</span></label>\n'
        for family, about, count in families(codes, layout)
    )
    return (
        '<form class="controls" id="controls" autocomplete="off">\n'
        f"<fieldset><legend>Severity</legend>\n{kinds}</fieldset>\n"
        '<details class="families" id="families">'
        '<summary>Families <span id="chosen"></span></summary>\n'
        f"<fieldset><legend>Families of rules</legend>\n{boxes}"
        '<p><button type="button" data-choose="all">All</button> '
        '<button type="button" data-choose="none">None</button></p>\n'
        "</fieldset></details>\n"
        '<p class="steps">'
        '<button type="button" id="previous">Previous</button> '
        '<button type="button" id="next">Next</button> '
        '<button type="button" id="print">Print</button> '
        '<button type="button" id="ask" aria-label="Keys and help">?</button>'
        "</p>\n</form>\n"
    )


def _dialogs() -> str:
    rows = "".join(
        f'<tr><th scope="row"><kbd>{key}</kbd></th><td>{does}</td></tr>\n'
        for key, does in _KEYS
    )
    close = '<button type="button" data-close>Close</button>'
    return (
        '<dialog id="page" aria-labelledby="page-name">\n'
        f'<header><h3 id="page-name">Rule</h3>{close}</header>\n'
        '<div class="page" tabindex="-1"></div>\n</dialog>\n'
        '<dialog id="help" aria-labelledby="help-name">\n'
        f'<header><h3 id="help-name">Keys</h3>{close}</header>\n'
        f"<table>\n{rows}</table>\n"
        "<p>A click on a finding opens the page of its rule; a click on a mark in the "
        "text goes to its finding. What is printed is what is shown: leave out with "
        "the filters what is not wanted.</p>\n"
        '<p><label><input type="checkbox" id="keys" checked autocomplete="off"> '
        "Use the keys j, k and ?</label></p>\n</dialog>\n"
    )


def _resource(name: str) -> str:
    text = files("resolint").joinpath("data", "html", name).read_text("utf-8")
    return f"\n{text}"


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
