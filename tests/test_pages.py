"""Every rule has a page, and every page tells the truth."""

from pathlib import Path

import pytest

from lighthouses import Lamps
from resolint import authoring, pages
from resolint.fences import fence, fences
from resolint.guides import PageError
from resolint.packs import installed
from resolint.pages import Page
from resolint.testing import prove

PAGES = [pages.load(rule) for rule in installed().values()]
RULES = Path(__file__).parents[1] / "rules"


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_truth(page: Page) -> None:
    """The page is whole, tells the truth, and says where the manual has it."""
    prove(page)
    assert page.link


def test_index() -> None:
    """The table of all rules is up to date."""
    readme = (RULES / "README.md").read_text("utf-8")
    assert authoring.indexed(readme, installed()) == readme


def test_outcomes_are_written() -> None:
    """What a rule says and makes of an example follows it; the rest stays."""
    example = "*The General Assembly*,\n\n*Recalling* lamps,\n"
    stale = "\n\n```diagnostics\nold\n```\n\n"
    before = f"# lamps (TST001)\n\n{fence('resolution', example)}{stale}The end.\n"
    after = Page(Lamps(), before).written()
    said = "resolution.md:3:13: TST001 lamps are lights\n"
    made = example.replace("lamps", "lights")
    assert after.endswith(
        f"{fence('resolution', example)}\n{fence('diagnostics', said)}"
        f"\n{fence('fixed', made)}\nThe end.\n"
    )
    assert Page(Lamps(), after).written() == after


def test_options() -> None:
    """An example may say in which profile and at what stage it is read."""
    block = fence("resolution profile=sc stage=draft as-of=2024-01-01", "lamps\n")
    (example,) = Page(Lamps(), block).examples
    assert (example.profile, example.stage) == ("sc", "draft")
    assert str(example.as_of) == "2024-01-01"


def test_wrong_option() -> None:
    """An option that there is not is an error that names the rule."""
    with pytest.raises(PageError, match="TST001"):
        Page(Lamps(), fence("resolution colour=red", "lamps\n")).written()


@pytest.mark.parametrize(
    ("markdown", "said"),
    [
        ("# lanterns (TST001)\n\nA sentence.\n", "should begin with the heading"),
        ("# lamps (TST001)\n\nNo sentence\n", "should say in one sentence"),
        ("# lamps (TST001)\n\nA sentence.\n", "no example with a finding"),
    ],
)
def test_unproved(markdown: str, said: str) -> None:
    """A page that lacks something is told what."""
    with pytest.raises(AssertionError, match=said):
        prove(Page(Lamps(), markdown))


def test_unproved_examples() -> None:
    """A page that shows only what is wrong, or not what is said, is not proved."""
    example = fence("resolution", "*The General Assembly*,\n\n*Recalling* lamps,\n")
    page = Page(Lamps(), f"# lamps (TST001)\n\nA sentence.\n\n{example}")
    with pytest.raises(AssertionError, match="no example without a finding"):
        prove(page)
    clean = fence("resolution", "*The General Assembly*,\n")
    with pytest.raises(AssertionError, match="TST001 lamps are lights"):
        prove(Page(Lamps(), f"{page.markdown}\n{clean}"))


def test_missing_page() -> None:
    """A rule without a page is an error that names it."""
    with pytest.raises(PageError, match="TST001"):
        pages.load(Lamps())


def test_longer_fence() -> None:
    """A block that holds a fence has a longer one around it."""
    inner = fence("text", "a lamp\n")
    (block,) = fences(fence("resolution", inner).splitlines(keepends=True))
    assert block.content == inner


def test_new_rule(tmp_path: Path) -> None:
    """A new rule begins as a class and a page that name each other."""
    made = authoring.begun("OPN099", "operative-lamp", tmp_path)
    module, page = (path.name for path in made)
    assert (module, page) == ("operative_lamp.py", "operative_lamp.md")
    assert all("OPN099" in text for text in made.values())
