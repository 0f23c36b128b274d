"""Errors a caller may want to catch apart from one another.

A message is one line: what is wrong, where, and what to do about it.
"""


class KgError(Exception):
    """Something the user can mend; its text is one line for the user. Exit code 1."""


class UsageError(KgError):
    """The call itself is wrong: an unknown question, parameter or ambiguous name. Exit code 2."""


class InputError(KgError):
    """An input cannot be read: missing, empty, binary, wrongly encoded, broken off."""


class StoreError(KgError):
    """A store cannot be opened, is held by another process, or refuses a statement."""


class GraphFolderError(KgError):
    """A graph folder is missing, damaged, of another format, or being built by somebody else."""
