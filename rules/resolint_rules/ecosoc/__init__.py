"""Rules on the texts of the Economic and Social Council (ECO)."""
