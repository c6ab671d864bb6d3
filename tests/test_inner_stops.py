"""The words whose full stop ends no sentence, and the acronyms of titles."""

from resolint.tables import rows

PACK = "resolint_rules"


def test_words_before_stops_are_looked_up_in_small_letters() -> None:
    """Each word stands once, as it is compared, with a kind that the rule knows."""
    table = rows("inner_stops.tsv", PACK)
    words = [row["word"] for row in table]
    assert words == sorted(set(words))
    assert all(word.isalpha() and word.islower() for word in words)
    assert {row["kind"] for row in table} == {"any", "number"}


def test_acronyms_are_told_from_the_names_in_full() -> None:
    """Each acronym stands once; a name in full is no acronym itself."""
    table = rows("title_acronyms.tsv", PACK)
    acronyms = [row["acronym"] for row in table]
    assert len(acronyms) == len(set(acronyms))
    assert all(acronym[:2].isupper() for acronym in acronyms)
    assert not any(row["full"] in acronyms for row in table)
