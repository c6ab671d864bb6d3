"""What the modules of this package raise."""


class ArchiveError(Exception):
    """A part of the job that cannot be done; the message is one line for the user."""
