"""Wording: the terms and turns of phrase that the United Nations uses (WRD)."""
