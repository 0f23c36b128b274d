"""Starting the Java machine that the embedded store runs in, without a trace on the user's screen or in their folder.

The settings hold for the whole process, so that there is one place where it starts.
"""

from __future__ import annotations

import os
import re
import signal
import sys
import tempfile
import threading
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import StoreError, UsageError
from loaders.port import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

HEAP_VARIABLE = "KG_HEAP"
DEFAULT_HEAP = "512m"
_HEAP = re.compile(r"[1-9]\d{0,9}[kmg]")
_UNITS = {"k": 1 << 10, "m": 1 << 20, "g": 1 << 30}
_LEAST, _MOST = 128 << 20, 1024 << 30
# Without a configuration of its own the store makes ./log/ in the user's folder and writes to the terminal.
_LOGGING = Path(__file__).with_name("jvm_logging.properties")
# LOAD CSV would read any file of the machine and fetch addresses; a question is about the graph alone.
_SHUT = (
    "-Darcadedb.opencypher.loadCsv.allowFileUrls=false",
    "-Darcadedb.opencypher.loadCsv.allowRemoteUrls=false",
)


def get_heap() -> str:
    """Return how much memory the store may use: KG_HEAP, or 512 MB.

    Raises:
        UsageError: KG_HEAP is no size, or one that the store cannot run in.
    """
    heap = (os.environ.get(HEAP_VARIABLE) or DEFAULT_HEAP).lower()
    # Java ends the process without a word where it cannot make sense of the size.
    if not _HEAP.fullmatch(heap) or not _LEAST <= int(heap[:-1]) * _UNITS[heap[-1]] <= _MOST:
        raise UsageError(f"{HEAP_VARIABLE} is {heap!r}, which is no size from 128m to 1024g: write it like 512m or 2g")
    return heap


def get_arcadedb() -> Any:  # noqa: ANN401  # the package has no types
    """Return the store's package with its Java machine running.

    Raises:
        StoreError: there is no build of it for this platform, or the machine does not start.
    """
    try:
        package = import_module("arcadedb_embedded")
        jpype = import_module("jpype")
    except (ImportError, OSError) as error:
        raise StoreError(
            f"the embedded store cannot be used here ({one_line(error)}): it needs x86-64 or ARM Linux with glibc "
            "2.34 or later, an ARM Mac or 64-bit Windows; there, run pip install arcadedb-embedded"
        ) from error
    if not jpype.isJVMStarted():
        _start(package)
    return package


def open_to_read(package: Any, path: Path) -> Any:  # noqa: ANN401  # the package has no types
    """Return the database at `path`, opened so that nothing can be written to it."""
    jpype = import_module("jpype")
    mode = jpype.JClass("com.arcadedb.engine.ComponentFile").MODE.READ_ONLY
    try:
        return package.Database(jpype.JClass("com.arcadedb.database.DatabaseFactory")(str(path)).open(mode))
    except jpype.JException as error:
        raise package.ArcadeDBError(str(error)) from error


def _start(package: Any) -> None:  # noqa: ANN401  # the package has no types
    heap = get_heap()
    crashes = os.environ.get("ARCADEDB_JVM_ERROR_FILE") or str(Path(tempfile.gettempdir()) / "hs_err_pid%p.log")
    try:
        with _own_signals(), _environment(ARCADEDB_JVM_ERROR_FILE=crashes, **_locale()), quiet():
            package.jvm.start_jvm(
                heap_size=heap,
                jvm_args=[f"-Djava.util.logging.config.file={_LOGGING}", "-XX:-UsePerfData", *_SHUT],
                # A signal that comes while Java starts ends the process, instead of being lost.
                interrupt=True,
            )
            # The store reads the settings at its first message: now, while nothing is seen.
            log = import_module("jpype").JClass("com.arcadedb.log.LogManager").instance()
            log.isLoggable(None, import_module("jpype").JClass("java.util.logging.Level").SEVERE)
    except package.ArcadeDBError as error:
        raise StoreError(
            f"Java does not start with {heap} of memory ({one_line(error)}): set {HEAP_VARIABLE}"
        ) from error


@contextmanager
def _own_signals() -> Iterator[None]:
    """Keep the handlers of signals as they were: Java brings its own, which end the process or crash in Python."""
    numbers = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = {number: signal.getsignal(number) for number in numbers}
    try:
        yield
    finally:
        if threading.current_thread() is threading.main_thread():  # no other thread may set one
            for number, handler in before.items():
                if handler is not None:
                    signal.signal(number, handler)


def _locale() -> dict[str, str]:
    """Return what makes Java write file names as Python does: it goes by the locale, which may know ASCII alone."""
    return {"LC_ALL": "C.UTF-8"} if sys.platform == "linux" and sys.getfilesystemencoding() == "utf-8" else {}


@contextmanager
def _environment(**values: str) -> Iterator[None]:
    """Set variables while Java starts, which reads them then and never again."""
    before = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


@contextmanager
def quiet() -> Iterator[None]:
    """Send what Java itself writes while it starts to nowhere: it writes past Python, to descriptors 1 and 2."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.flush()
    nowhere = os.open(os.devnull, os.O_WRONLY)
    kept: list[tuple[int, int]] = []
    try:
        for number in (1, 2):
            try:
                kept.append((number, os.dup(number)))
            except OSError:  # the descriptor is closed: nothing can appear on it
                continue
            os.dup2(nowhere, number)
        yield
    finally:
        for number, copy in kept:
            os.dup2(copy, number)
            os.close(copy)
        os.close(nowhere)
