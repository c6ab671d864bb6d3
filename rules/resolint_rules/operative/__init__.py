"""OPN: the operative part."""
