"""STR: the elements of a resolution, their order, and the cleanness of its text."""
