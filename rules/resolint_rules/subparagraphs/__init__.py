"""SUB: subparagraphs: their letters, their marks, how they begin and end."""
