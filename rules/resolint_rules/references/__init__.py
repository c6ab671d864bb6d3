"""REF: references to resolutions and paragraphs."""
