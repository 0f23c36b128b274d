"""Ending when told: Ctrl-C and a request to terminate end a command, also while it waits for an answer of a store."""

from __future__ import annotations

import os
import signal
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import FrameType

INTERRUPTED = 130
PATIENCE_SECONDS = 1.0
_heard = threading.Event()


def end_when_told() -> None:
    """Let both signals end the process, but put away what is half written."""
    signal.signal(signal.SIGTERM, _end)
    signal.signal(signal.SIGINT, _end)


def end_while_waiting() -> None:
    """Let both signals also end a process that waits in a store, where Python hears of nothing until an answer comes.

    For commands that only read: nothing is put away then.
    """
    told, tell = os.pipe()
    os.set_blocking(tell, False)
    signal.set_wakeup_fd(tell)
    threading.Thread(target=_insist, args=(told,), daemon=True).start()


def _end(number: int, _frame: FrameType | None) -> None:
    _heard.set()
    if number == signal.SIGINT:
        raise KeyboardInterrupt
    raise SystemExit(128 + number)


def _insist(told: int) -> None:
    number = os.read(told, 1)[0]
    if number in {signal.SIGINT, signal.SIGTERM} and not _heard.wait(PATIENCE_SECONDS):
        os._exit(128 + number)
