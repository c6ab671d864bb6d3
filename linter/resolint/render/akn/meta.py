"""What a file says of itself: addresses, dates, authors, references."""

import re

from lxml.etree import _Element

from resolint.document import Resolution, Stage
from resolint.render.akn.elements import element
from resolint.render.akn.tables import OrganNames, organs, references

_NO_DAY = "0001-01-01"
"""What stands for a date that is not known, as the United Nations have it."""
_EDITOR = "resolint"


def write_meta(statement: _Element, resolution: Resolution, component: str) -> _Element:
    """Write the meta of a statement, a part or an annex: its component."""
    made = element("meta", statement)
    adopted = _adopted(resolution)
    issued = resolution.masthead.value("issued") or adopted or _NO_DAY
    names = organs().get(resolution.organ or "")
    work = _address(resolution, names, adopted or issued)
    kind = "adoption" if adopted else "draft"
    author = names.author if names else "un"
    said = element("identification", made, source=f"#{_EDITOR}")
    level = _level(said, "FRBRWork", f"{work}!{component}/", work)
    element("FRBRdate", level, date=adopted or issued, name=kind)
    element("FRBRauthor", level, href=author, as_="author")
    element("FRBRcountry", level, value="un")
    text = f"{work}eng@"
    level = _level(said, "FRBRExpression", f"{text}!{component}/", f"{text}/")
    element("FRBRdate", level, date=issued, name="publication")
    element("FRBRauthor", level, href=author, as_="issuer")
    element("FRBRlanguage", level, language="eng")
    level = _level(said, "FRBRManifestation", f"{text}/!{component}.xml", f"{text}.xml")
    # The day of the run would make each file another: the text has its own.
    element("FRBRdate", level, date=issued, name="markup")
    element("FRBRauthor", level, href=_EDITOR, as_="editor")
    return made


def write_references(meta: _Element, root: _Element, resolution: Resolution) -> None:
    """Write what the elements of a file refer to."""
    used = {str(made.get("refersTo", ""))[1:] for made in root.iter()}
    used |= {str(made.get(key, ""))[1:] for made in root.iter() for key in ("by", "as")}
    used |= {"author", "issuer", "editor"}
    listed = element("references", meta, source=f"#{_EDITOR}")
    element(
        "TLCProcess",
        listed,
        eId=_EDITOR,
        href=f"/akn/ontology/process/{_EDITOR}",
        showAs=_EDITOR,
    )
    names = organs().get(resolution.organ or "")
    if names and resolution.organ:
        element(
            "TLCOrganization",
            listed,
            eId=names.author,
            href=f"/akn/ontology/organization/un/{names.organization}",
            showAs=resolution.organ,
        )
    for each in references():
        if each.name in used:
            element(
                each.element,
                listed,
                eId=each.name,
                href=each.address,
                showAs=each.shown,
            )


def _level(parent: _Element, name: str, this: str, address: str) -> _Element:
    made = element(name, parent)
    element("FRBRthis", made, value=this)
    element("FRBRuri", made, value=address)
    return made


def _adopted(resolution: Resolution) -> str:
    """Return the day of adoption, as the masthead or the closing has it."""
    if found := resolution.masthead.value("adoption"):
        return found
    for each in (resolution, *resolution.parts):
        line = each.closing.field("date")
        if line and line.value:
            return line.value
    return ""


def _address(resolution: Resolution, names: OrganNames | None, day: str) -> str:
    """Return the address of the work: ``/akn/un/statement/…/2019-12-13/74-102/``."""
    number = resolution.title.number if resolution.title else ""
    number = number or resolution.masthead.value("resolution_number")
    number = number or resolution.masthead.value("symbol") or "draft"
    slug = re.sub(r"[^A-Za-z0-9.]+", "-", number).strip("-.") or "draft"
    work = names.work if names else "un"
    kind = "deliberation" if resolution.stage is Stage.ADOPTED else "draft"
    return f"/akn/un/statement/{kind}/{work}/{day}/{slug}/"
