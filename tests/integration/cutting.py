"""A way to a server that breaks: it hands on so many bytes and then cuts every connection, as often as it is told."""

from __future__ import annotations

import socket
import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Self
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from types import TracebackType

CHUNK = 4096


class CuttingProxy:
    """Stands before a Bolt server; `cuts` are the numbers of bytes to the server after which connections break."""

    def __init__(self, uri: str, *cuts: int) -> None:
        """Listen on a free port of the loopback."""
        parts = urlsplit(uri)
        self._server = (parts.hostname or "127.0.0.1", parts.port or 7687)
        self._cuts = list(cuts)
        self._sent = 0
        self._lock = threading.Lock()
        self._open: set[socket.socket] = set()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.uri = f"bolt://127.0.0.1:{self._listener.getsockname()[1]}"
        self.broken = 0
        """How often connections were cut."""

    def __enter__(self) -> Self:
        """Begin to hand on."""
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop."""
        self._listener.close()
        self._cut()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                server = socket.create_connection(self._server)
                with self._lock:
                    self._open.update((client, server))
                threading.Thread(target=self._hand_on, args=(client, server, True), daemon=True).start()
                threading.Thread(target=self._hand_on, args=(server, client, False), daemon=True).start()

    def _hand_on(self, source: socket.socket, target: socket.socket, counted: bool) -> None:  # noqa: FBT001
        with suppress(OSError):
            while data := source.recv(CHUNK):
                if counted and self._reaches_cut(len(data)):
                    self._cut()
                    return
                target.sendall(data)

    def _reaches_cut(self, size: int) -> bool:
        with self._lock:
            self._sent += size
            if not self._cuts or self._sent < self._cuts[0]:
                return False
            self._cuts.pop(0)
            self.broken += 1
            return True

    def _cut(self) -> None:
        with self._lock:
            for one in self._open:
                with suppress(OSError):
                    one.shutdown(socket.SHUT_RDWR)
                one.close()
            self._open.clear()
