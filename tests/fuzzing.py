"""Reads damaged files under watch: `python tests/fuzzing.py FOLDER`.

Prints one JSON object a file: seconds, what was said, and what must not happen: another error than one for the user, a
file opened outside the folder, a connection. A warm-up file (`warm.*`) is read first, so that all that readers load
once is loaded. If the process dies or hangs, the last line tells of the file before.
"""

from __future__ import annotations

import json
import sys
import time
import traceback
from pathlib import Path
from typing import Any

HOME = Path(__file__).resolve().parents[1]
_NEVER = ("socket.", "subprocess.", "os.exec", "os.posix_spawn", "os.system", "os.fork", "urllib.", "ftplib.", "http.")
_CHANGING = ("os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.truncate", "shutil.")


class Watch:
    """Notes what a reader does that none may do."""

    def __init__(self, folder: Path) -> None:
        """Let files in `folder` be opened, and those of the library and of Python be read."""
        self.seen: list[str] = []
        self._folder = str(folder)
        self._library = (str(HOME / "kg"), str(HOME / "ontology"), sys.prefix, sys.base_prefix, "/usr/lib", "/dev/null")

    def __call__(self, event: str, arguments: tuple[Any, ...]) -> None:
        """Take an audit event."""
        if event.startswith(_NEVER + _CHANGING):
            self.seen.append(f"{event} {arguments!r}"[:200])
        elif event == "open" and not isinstance(arguments[0], int):
            path, mode = str(arguments[0]), arguments[1] or "r"
            reading = not set(mode) & set("wax+")
            inside = path.startswith(self._folder) and reading
            if not (inside or (reading and path.startswith(self._library))):
                self.seen.append(f"open {path} {mode}")


def read(path: Path) -> dict[str, Any]:
    """Read one file to its articles; return how long it took and what was said."""
    from kg.errors import KgError  # noqa: PLC0415 - where this file is run, the library is found a little later
    from kg.reading import iter_readings  # noqa: PLC0415

    told: list[str] = []
    started = time.perf_counter()
    crash = None
    pages = 0
    try:
        for reading in iter_readings([path], on_problem=lambda problem: told.append(str(problem))):
            pages += 1
            for article in reading.articles:
                outside = any(span.end > len(article.page.raw) for span in article.spans)
                told.extend([f"span outside {path.name}"] * outside)
    except KgError as error:
        told.append(str(error))
    except Exception:  # noqa: BLE001 - whatever comes out is what is looked for
        crash = traceback.format_exc()
    seconds = time.perf_counter() - started
    return {"file": path.name, "seconds": seconds, "pages": pages, "told": told, "crash": crash}


def main(folder: Path) -> None:
    """Read the files of a folder in order of their names, the warm-up first."""
    files = sorted(folder.iterdir(), key=lambda path: (not path.name.startswith("warm"), path.name))
    watch = None
    for path in files:
        if not path.name.startswith("warm") and watch is None:
            watch = Watch(folder)
            sys.addaudithook(watch)
        found = read(path)
        print(json.dumps({**found, "forbidden": watch.seen if watch else []}), flush=True)  # noqa: T201 - its output
        if watch:
            watch.seen = []


if __name__ == "__main__":
    sys.path.insert(0, str(HOME))
    main(Path(sys.argv[1]))
