"""SPE: spelling, capital letters and hyphens."""
