"""Rules on drafts, their mastheads and their sponsors (DRF)."""
