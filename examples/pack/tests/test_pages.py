"""Every rule of the pack has a page, and every page tells the truth."""

import pytest

import resolint_house
from resolint.testing import Page, pages_of, prove


@pytest.mark.parametrize("page", pages_of(resolint_house), ids=str)
def test_page(page: Page) -> None:
    """Written anew, the page is the same."""
    prove(page)
