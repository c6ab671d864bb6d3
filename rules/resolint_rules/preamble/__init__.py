"""PRE: the preamble: how its paragraphs begin and end."""
