"""What the tests of a rule pack import.

A pack's whole test may be::

    import pytest
    import my_pack
    from resolint.testing import Page, pages_of, prove

    @pytest.mark.parametrize("page", pages_of(my_pack), ids=str)
    def test_page(page: Page) -> None:
        prove(page)
"""

from difflib import unified_diff
from types import ModuleType

from resolint.packs import Rules, collect
from resolint.pages import Example, Page, load

__all__ = ["Example", "Page", "pages_of", "prove", "rules_of"]


def rules_of(pack: ModuleType) -> Rules:
    """Return the rules of a pack by code, whether it is installed or not.

    Raises `resolint.packs.PackError` if a module of the pack cannot be imported, or if
    two rules have the same code or name.
    """
    return collect([pack])


def pages_of(pack: ModuleType) -> list[Page]:
    """Return the page of each rule of a pack, in the order of the codes.

    Raises `resolint.guides.PageError` if a rule has none.
    """
    return [load(rule) for rule in rules_of(pack).values()]


def prove(page: Page) -> None:
    """Fail, with what is wrong, unless a page is whole and tells the truth.

    It has the heading of its rule, a summary that is a sentence, an example that has a
    finding and one that has none; and written anew it is the same.
    """
    assert page.markdown.startswith(f"{page.title}\n\n"), (
        f"the page of {page} should begin with the heading {page.title}"
    )
    assert page.summary.endswith("."), (
        f"the page of {page} should say in one sentence what the rule asks"
    )
    found = [bool(example.found(page.rule)) for example in page.examples]
    assert any(found), f"the page of {page} has no example with a finding"
    assert not all(found), f"the page of {page} has no example without a finding"
    changed = unified_diff(
        page.markdown.splitlines(), page.written().splitlines(), "page", "written anew"
    )
    difference = "\n".join(changed)
    assert not difference, f"the page of {page} is not what the rule says\n{difference}"
