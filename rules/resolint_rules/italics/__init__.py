"""ITA: what is in italics, and what is not."""
