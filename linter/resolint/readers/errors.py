"""What a reader raises."""


class UnreadableError(Exception):
    """A file that cannot be read as a draft; the message is one line for the user."""
