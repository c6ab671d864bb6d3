"""The HTML file in a real browser: Chromium, as Debian has it, without a head."""

import shutil
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from lighthouses import Lamps, Unsure
from resolint import Source, lint, parse
from resolint.packs import installed
from resolint.readers import read
from resolint.render import renderer
from resolint.render.report import Layout, Report

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not here")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = pytest.mark.skipif(not CHROMIUM, reason="Chromium is not installed")

ARGUMENTS = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update"),
    *("--disable-sync", "--disable-dev-shm-usage"),
]
EXAMPLES = Path(__file__).parents[1] / "examples"
WIDE = {"width": 1400, "height": 900}
NARROW = {"width": 400, "height": 800}

Page = Any


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the address of a file about two flawed drafts and one without findings."""
    rules = installed()
    reports = []
    for name in ("flawed.md", "model-un-bad.md", "clean.md"):
        source = read((EXAMPLES / name).read_bytes(), name)
        resolution = parse(source)
        found = tuple(lint(resolution, rules.values()))
        reports.append(Report(resolution=resolution, found=found))
    return _saved(reports, Layout(rules=rules), tmp_path_factory.mktemp("html"))


def _saved(reports: list[Report], layout: Layout, folder: Path) -> str:
    path = folder / "report.html"
    path.write_text("".join(renderer("html")(reports, layout)), "utf-8", newline="\n")
    return path.as_uri()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Return Chromium."""
    with sync_api.sync_playwright() as play:
        found = play.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield found
        found.close()


@pytest.fixture
def page(browser: Any, file: str) -> Iterator[Page]:
    """Return the file in a wide window; the browser must not complain."""
    context = browser.new_context(viewport=WIDE)
    opened = context.new_page()
    said: list[str] = []
    asked: list[str] = []
    opened.on("console", lambda message: said.append(message.text))
    opened.on("pageerror", lambda error: said.append(str(error)))
    opened.on("request", lambda request: asked.append(request.url))
    opened.goto(file)
    yield opened
    context.close()
    assert said == []
    assert {url.split("#")[0] for url in asked if not url.startswith("data:")} == {file}


def _shown(page: Page, selector: str) -> int:
    return int(page.locator(selector).filter(visible=True).count())


def _current(page: Page) -> str:
    return str(page.evaluate("document.activeElement.id"))


def test_filter_by_severity(page: Page) -> None:
    """What is filtered out is gone from margin, text, list of rules and count."""
    everything = page.locator(".finding").count()
    errors = page.locator(".finding.error").count()
    assert page.locator("#count").inner_text() == f"{everything} findings"
    page.get_by_label("Warnings").uncheck()
    page.get_by_label("Hints").uncheck()
    assert _shown(page, ".finding") == _shown(page, ".sheet .badge[id]") == errors
    assert _shown(page, "mark.warning, mark.info") == 0
    assert page.locator("#count").inner_text() == f"{errors} of {everything} findings"
    assert _shown(page, "#rule-TIT002") == 0
    page.get_by_label("Warnings").check()
    assert _shown(page, "#rule-TIT002") == 1
    assert _shown(page, "mark.warning") > 0


def test_filter_by_family(page: Page) -> None:
    """Families are chosen one by one, or all at once."""
    page.locator("#families summary").click()
    page.get_by_role("button", name="None").click()
    assert _shown(page, ".finding") == 0
    page.get_by_role("checkbox", name="SYM document symbols").check()
    assert _shown(page, ".finding") == page.locator("[data-family=SYM]").count() == 1
    assert "(1 of " in page.locator("#families summary").inner_text()
    page.keyboard.press("Escape")
    assert page.locator("#families[open]").count() == 0
    page.locator("#families summary").click()
    page.get_by_role("button", name="All").click()
    assert _shown(page, ".finding") == page.locator(".finding").count()


def test_page_of_a_rule(page: Page) -> None:
    """A click on a finding opens the page of its rule; Escape goes back."""
    finding = page.locator("#finding-3")
    finding.locator(".message").click()
    dialog = page.locator("dialog#page")
    assert dialog.is_visible()
    assert "PRE003" in dialog.locator("h3").inner_text()
    assert "ends with a comma" in dialog.locator(".page").inner_text()
    assert dialog.evaluate("dialog => dialog.scrollTop") == 0
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('dialog').id") == "page"
    page.keyboard.press("Escape")
    assert not dialog.is_visible()
    assert _current(page) == "finding-3"
    finding.locator("a.rule").click()
    assert dialog.is_visible()
    dialog.get_by_role("button", name="Close").click()
    assert not dialog.is_visible()
    assert page.evaluate("document.activeElement.className") == "rule"


def test_walk_by_keyboard(page: Page) -> None:
    """The keys j and k go from finding to finding that is shown; Enter opens a page."""
    page.get_by_label("Warnings").uncheck()
    page.get_by_label("Hints").uncheck()
    shown = page.locator(".finding:not([hidden])")
    first, second, last = (
        shown.nth(at).get_attribute("id") for at in (0, 1, shown.count() - 1)
    )
    for key, there in (("j", first), ("j", second), ("k", first), ("k", last)):
        page.keyboard.press(key)
        assert _current(page) == there
        assert page.locator(f"#{there}").get_attribute("aria-current") == "true"
    assert page.locator("mark.current, .badge.current").count() >= 1
    page.keyboard.press("Enter")
    assert page.locator("dialog#page").is_visible()
    page.keyboard.press("j")
    assert page.locator(f"#{last}").get_attribute("aria-current") == "true"
    page.keyboard.press("Escape")
    assert _current(page) == last


def test_help_and_keys_off(page: Page) -> None:
    """A question mark shows the keys, which can be switched off."""
    page.keyboard.press("?")
    assert page.locator("dialog#help").is_visible()
    page.get_by_label("Use the keys").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    assert not _current(page).startswith("finding-")
    page.get_by_role("button", name="Next").click()
    assert _current(page) == "finding-1"


def test_every_control_is_reached(page: Page) -> None:
    """The Tab key leads through the skip link and the controls to the findings."""
    reached = []
    for _ in range(14):
        page.keyboard.press("Tab")
        script = "e => e.id || e.name || e.className || e.tagName"
        reached.append(page.evaluate(f"({script})(document.activeElement)"))
    assert reached[:8] == [
        *("skip", "severity", "severity", "severity", "SUMMARY"),
        *("previous", "next", "print"),
    ]
    assert "badge error" in reached


def test_address_of_a_finding(page: Page, file: str) -> None:
    """An address leads to its finding, its mark or its rule, filtered out or not."""
    page.goto(f"{file}#finding-12")
    assert _current(page) == "finding-12"
    box = page.locator("#mark-12").bounding_box()
    assert 0 < box["y"] < WIDE["height"]
    page.get_by_label("Errors").uncheck()
    page.evaluate("location.hash = '#mark-3'")
    page.wait_for_function("document.activeElement.id === 'finding-3'")
    assert page.get_by_label("Errors").is_checked()
    page.evaluate("location.hash = '#rule-OPN005'")
    page.wait_for_selector("dialog#page[open]")
    page.goto(f"{file}#finding-99999")
    page.goto(f"{file}#rule-%E0%A4%A")


def test_from_the_text_to_the_finding(page: Page) -> None:
    """A click on a mark, or on its number, goes to what is said of it."""
    page.locator("mark[data-findings='6']").click()
    assert _current(page) == "finding-6"
    page.locator("#mark-8").click()
    assert _current(page) == "finding-8"
    page.locator("#finding-3 .badge").click()
    page.wait_for_function("document.activeElement.id === 'finding-3'")


_BOXES = """all => all.map(each => {
  const {top, bottom, left, right} = each.getBoundingClientRect();
  return [top, bottom, left, right];
})"""


def test_margin(page: Page) -> None:
    """In a wide window findings stand beside the sheet, none above another."""
    boxes = page.locator(".finding").evaluate_all(_BOXES)
    for above, below in pairwise(boxes):
        assert above[1] <= below[0] + 0.5
    sheet = page.locator(".sheet").first.evaluate_all(_BOXES)[0]
    assert all(box[2] > sheet[3] for box in boxes)
    for number in (1, 3, 19):
        ((mark, *_),) = page.locator(f"#mark-{number}").evaluate_all(_BOXES)
        ((card, *_),) = page.locator(f"#finding-{number}").evaluate_all(_BOXES)
        assert abs(mark - card) < 500
    assert page.evaluate("document.documentElement.scrollWidth") == WIDE["width"]


def test_narrow_window(page: Page) -> None:
    """In a narrow one they stand below their line, and nothing is cut off."""
    page.set_viewport_size(NARROW)
    ((_, bottom, *_),) = page.locator(".line.title").first.evaluate_all(
        "all => [all[0]].map(each => [0, each.getBoundingClientRect().bottom])"
    )
    (card,) = page.locator("#finding-2").evaluate_all(_BOXES)
    assert card[0] >= bottom
    assert page.evaluate("document.documentElement.scrollWidth") == NARROW["width"]


def test_without_script(browser: Any, file: str) -> None:
    """All is there to be read: findings, fixes, and the pages of the rules."""
    context = browser.new_context(java_script_enabled=False, viewport=WIDE)
    opened = context.new_page()
    opened.goto(f"{file}#finding-3")
    text = opened.locator("body").inner_text()
    context.close()
    assert "first preambular paragraph should end with a comma" in text
    assert "Write “,” (safe)" in text
    assert "What is found in it" in text
    assert "Previous" not in text


def test_on_paper(page: Page) -> None:
    """What is printed is the text and what is shown of the findings, on pages."""
    pdfium = pytest.importorskip("pypdfium2")
    page.get_by_label("Warnings").uncheck()
    document = pdfium.PdfDocument(page.pdf(format="A4"))
    texts = [each.get_textpage().get_text_range() for each in document]
    text = " ".join(" ".join(texts).split())
    assert len(document) > 3
    assert "General Assembly" in text
    assert "Village orchards and meadows" in text
    assert "PRE003" in text
    assert "TIT002" not in text
    assert "Previous" not in text


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_accessible(browser: Any, file: str, scheme: str) -> None:
    """Axe finds nothing that keeps people out, in light and in the dark."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    context = browser.new_context(viewport=WIDE, color_scheme=scheme, bypass_csp=True)
    opened = context.new_page()
    opened.goto(file)
    results = [axe.Axe().run(opened)]
    opened.locator("#families summary").click()
    opened.locator("#finding-3 a.rule").click()
    results.append(axe.Axe().run(opened))
    context.close()
    told = [
        f"{each['id']}: {node['html'][:100]} {node.get('failureSummary', '')[:200]}"
        for result in results
        for each in result.response["violations"]
        for node in each["nodes"]
    ]
    assert told == []


def test_a_hostile_draft(browser: Any, tmp_path: Path) -> None:
    """What a draft says is shown, never run."""
    text = "<script>document.title = 'x'</script> of lamps <img src=x onerror=alert(1)>"
    source = Source.plain(f"The General Assembly,\n1. Requests {text};\n", "draft.txt")
    resolution = parse(source)
    rules = {rule.code: rule for rule in (Lamps(), Unsure())}
    found = tuple(lint(resolution, rules.values()))
    report = Report(resolution=resolution, found=found)
    context = browser.new_context()
    opened = context.new_page()
    opened.goto(_saved([report], Layout(rules=rules), tmp_path))
    assert opened.title() == "draft.txt – resolint"
    assert "<script>document.title" in opened.locator(".sheet").inner_text()
    assert opened.locator("img").count() == 0
    context.close()
