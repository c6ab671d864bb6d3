"""Rules on the texts of the Human Rights Council (HRC)."""
