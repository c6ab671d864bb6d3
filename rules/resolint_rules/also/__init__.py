"""*Also* and *further* in opening phrases, in the preamble and the operative part."""
