"""Rules on drafts for Model United Nations conferences."""
