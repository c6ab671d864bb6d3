"""SCR: resolutions of the Security Council."""
