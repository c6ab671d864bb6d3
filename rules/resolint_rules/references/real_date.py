"""Dates that the calendar does not have."""

from collections.abc import Iterator

from resolint import Day, Diagnostic, Passage, Resolution, Rule


class RealDate(Rule[Passage]):
    """A date that the calendar does not have."""

    code = "REF003"
    name = "real-date"
    cites = (Day,)

    def check(self, node: Passage, within: Resolution) -> Iterator[Diagnostic]:
        """Want a day that exists."""
        for day in node.inline:
            # Figures that are no date are the number of something.
            if isinstance(day, Day) and day.value is None and day.form != "figures":
                words = " ".join(within.source[day.span].split())
                yield self.at(
                    day.span,
                    f"the date in {node.locator} should be a day that the calendar "
                    f"has, not {words}",
                )
