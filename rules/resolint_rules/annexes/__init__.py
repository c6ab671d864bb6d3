"""Annexes, and what goes on after the operative part (ANX)."""
