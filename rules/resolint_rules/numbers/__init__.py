"""NUM: numbers and dates."""
