"""SYM: document symbols."""
