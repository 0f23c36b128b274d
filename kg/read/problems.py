"""What could not be read, one line each."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class InputProblem:
    """An input, or a line of one, that was passed over: where, and what is wrong with it."""

    file: str
    line: int | None
    message: str

    def __str__(self) -> str:
        """Return file, line and message as one line."""
        where = self.file if self.line is None else f"{self.file}:{self.line}"
        return f"{where}: {' '.join(self.message.split())}"
