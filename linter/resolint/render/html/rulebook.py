"""The pages of the rules with findings."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from resolint import guides
from resolint.guides import Guide, PageError
from resolint.render.html.escaping import named, quoted, shown
from resolint.render.report import Layout
from resolint.rule import Rule

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

_CAPTIONS: Mapping[str, str] = {
    "resolution": "Example",
    "diagnostics": "What is found in it",
    "fixed": "What the safe fixes make of it",
}


def rulebook(codes: Counter[str], layout: Layout) -> str:
    """Return the pages of some rules, which are all that is known of them."""
    if not codes:
        return ""
    markdown = _markdown()
    pages = "".join(
        _page(code, count, layout, markdown) for code, count in sorted(codes.items())
    )
    return (
        '<section class="rules" aria-labelledby="rules">\n<h2 id="rules">Rules</h2>\n'
        f"{pages}</section>\n"
    )


def _page(code: str, count: int, layout: Layout, markdown: "MarkdownIt") -> str:
    rule, name = layout.rules.get(code), layout.name(code)
    guide = _guide(rule) if rule is not None else None
    words = f"<b>{shown(code)}</b>{f' {shown(name)}' if name != code else ''}"
    found = "1 finding" if count == 1 else f"{count} findings"
    summary = _inline(guide.summary, markdown) if guide else ""
    text = _text(guide, markdown) if guide else "<p>The rule has no page.</p>\n"
    return (
        f'<article class="rule-page" id={quoted(f"rule-{code}")} '
        f"data-code={quoted(code)}>\n"
        f'<h3 tabindex="-1"><a class="rule" href={quoted(f"#rule-{code}")}>{words}</a> '
        f'<span class="count">{found}</span></h3>\n'
        f'<p class="summary">{summary}</p>\n<div class="page">\n{text}</div>\n'
        "</article>\n"
    )


def _guide(rule: Rule[Any]) -> Guide | None:
    try:
        return guides.load(rule)
    except PageError:
        return None


def _markdown() -> "MarkdownIt":
    """Return what makes HTML of a page: of its markup, never of HTML in it."""
    # Only this output needs it, and it takes a while to import.
    from markdown_it import MarkdownIt

    # A picture would have to be fetched.
    options = {"html": False, "linkify": False, "typographer": False}
    return MarkdownIt("commonmark", options).enable("table").disable("image")


def _inline(text: str, markdown: "MarkdownIt") -> str:
    return str(markdown.renderInline(named(text)))


def _text(guide: Guide, markdown: "MarkdownIt") -> str:
    """Return a page below its heading, its own headings two levels further down."""
    text = named(guide.markdown.removeprefix(guide.title).lstrip("\n"))
    tokens = markdown.parse(text)
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(6, int(token.tag[1]) + 2)}"
        for child in token.children or ():
            if child.type == "link_open":
                child.attrSet("rel", "noreferrer")
    return "".join(_parts(tokens, markdown))


def _parts(tokens: list[Any], markdown: "MarkdownIt") -> Iterator[str]:
    """Yield the HTML of tokens; blocks that are examples say what they are."""
    done = 0
    for at, token in enumerate(tokens):
        if token.type != "fence":
            continue
        yield str(markdown.renderer.render(tokens[done:at], markdown.options, {}))
        word, _, how = token.info.strip().partition(" ")
        caption = _CAPTIONS.get(word, "")
        if caption:
            caption = f"<figcaption>{caption}{f' ({shown(how)})' if how else ''}"
            caption += "</figcaption>"
        yield f'<figure class="example">{caption}<pre tabindex="0">'
        yield f"{shown(token.content)}</pre></figure>\n"
        done = at + 1
    yield str(markdown.renderer.render(tokens[done:], markdown.options, {}))
