"""What could not be read, or was read with a doubt, one line each."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class InputProblem:
    """An input, or a line of one, that was passed over: where, and what is wrong with it.

    A `note` is no loss: it says how something was read that may be read in other ways too.
    """

    file: str
    line: int | None
    message: str
    note: bool = False

    @property
    def place(self) -> str:
        """Return the file, with the line if there is one."""
        return self.file if self.line is None else f"{self.file}:{self.line}"

    def __str__(self) -> str:
        """Return place and message as one line."""
        return f"{self.place}: {' '.join(self.message.split())}"
