"""FNT: footnotes."""
