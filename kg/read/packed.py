"""Compressed files as streams, bounded: what unpacks to far more than its size is refused, not filled into memory."""

from __future__ import annotations

import gzip
import io
import tarfile
import zipfile
import zlib
from typing import IO, TYPE_CHECKING, Protocol

import zstandard

from kg.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable

    from typing_extensions import Buffer

HARMLESS = 64 * 1024 * 1024
"""Bytes that may come of however little: what is no larger harms nobody."""
RATIO = 200
"""Times its packed size that a larger file may unpack to: text reaches 10, lines that repeat each other 50."""
HELD = 512 * 1024 * 1024
"""Bytes of a packed file that may be held whole: a page, or an array of objects."""
_WINDOW = 128 * 1024 * 1024
BUFFER = 128 * 1024
_CHUNK = 1024
"""Packed bytes unpacked at once: four of them may make 128 KB."""
BROKEN = (EOFError, zlib.error, gzip.BadGzipFile, zstandard.ZstdError, zipfile.BadZipFile, tarfile.TarError)
"""What unpacking raises on damaged bytes."""


class _Readable(Protocol):
    def read(self, size: int, /) -> bytes: ...

    def close(self) -> None: ...


class Budget:
    """What may come of some packed bytes."""

    def __init__(self, packed: Callable[[], int]) -> None:
        """Ask `packed` how many packed bytes have made what came so far."""
        self._packed = packed
        self._made = 0

    def spend(self, size: int) -> None:
        """Count what came.

        Raises:
            InputError: too much comes of too little.
        """
        self._made += size
        if self._made > HARMLESS and self._made > RATIO * self._packed():
            raise InputError(f"unpacks to more than {RATIO} times its size: refused")


class Bounded(io.RawIOBase):
    """A stream that gives what another gives, within its budgets."""

    def __init__(self, inner: _Readable, *budgets: Budget) -> None:
        """Read from `inner`."""
        self._inner = inner
        self._budgets = budgets

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def readinto(self, buffer: Buffer) -> int:
        """Fill the buffer.

        Raises:
            InputError: a budget is spent, or the packed bytes are damaged.
        """
        view = memoryview(buffer)
        try:
            # Whoever wants all of it at once gets it by pieces: each is counted before the next is unpacked.
            data = self._inner.read(min(len(view), BUFFER))
        except BROKEN as error:
            raise InputError(f"is damaged, it cannot be unpacked ({error}): fetch it again") from error
        view[: len(data)] = data
        for budget in self._budgets:
            budget.spend(len(data))
        return len(data)

    def close(self) -> None:
        """Close what is read from."""
        self._inner.close()
        super().close()


class _Frames:
    """The frames of a zstd file, one after another: unlike the package's own reader it notices one that breaks off."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._frame: zstandard.ZstdDecompressionObj | None = None
        self._packed = b""
        self._out = memoryview(b"")

    def read(self, size: int) -> bytes:
        while not self._out:
            chunk = self._packed or self._file.read(_CHUNK)
            self._packed = b""
            if not chunk:
                if self._frame is not None:
                    raise EOFError("it breaks off")
                return b""
            self._out = memoryview(self._unpack(chunk))
        out, self._out = self._out[:size], self._out[size:]
        return bytes(out)

    def _unpack(self, chunk: bytes) -> bytes:
        if self._frame is None:
            self._frame = zstandard.ZstdDecompressor(max_window_size=_WINDOW).decompressobj()
        out = self._frame.decompress(chunk)
        if self._frame.eof:
            self._packed = self._frame.unused_data
            self._frame = None
        return out

    def close(self) -> None:
        self._frame = None


def unpacked(file: IO[bytes], packing: str) -> io.BufferedReader:
    """Return what a gzip or zstd stream holds, as a stream; frames that follow one another are one.

    Reading raises:
        InputError: it is damaged, or unpacks to far more than its size; the message has no file name.
    """
    inner = gzip.GzipFile(fileobj=file, mode="rb") if packing == "gz" else _Frames(file)
    return io.BufferedReader(Bounded(inner, Budget(file.tell)), BUFFER)


def read_whole(file: IO[bytes]) -> bytes:
    """Return all that a packed file holds.

    Raises:
        InputError: it is more than may be held, or damaged; the message has no file name.
    """
    data = file.read(HELD + 1)
    if len(data) > HELD:
        raise InputError(f"unpacks to more than {HELD // 1024 // 1024} MB: unpack it, and give its parts")
    return data
