"""The instruments that resolutions name: treaties, declarations, plans (TRE)."""
