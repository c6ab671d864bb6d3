"""TIT: the title."""
