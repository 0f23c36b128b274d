"""Memory and open files while a thousand and ten thousand pages stream through, as a folder, a zip and lines in gzip.

Prints for each the highest memory of a process that reads and segments them, the most files that it has open at once,
and how long it takes; then the ratio of the memory at ten thousand to that at a thousand, which is near 1 where nothing
is held. Needs no data beside the tree: each page is woven of the tests' invented news, and has its own first line.
"""

from __future__ import annotations

import gzip
import json
import resource
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from news import invented_news  # noqa: E402
from weaving import weave  # noqa: E402

SIZES = (1_000, 10_000)
KINDS = ("folder", "zip", "lines")
OPENED = Path("/dev/fd")


def made(kind: str, size: int, folder: Path) -> Path:
    """Write a collection of a kind; return what to read."""
    page = weave(invented_news()[:5], 1).raw[:300]
    texts = ((f"{at}.txt", f"第{at}号公告\n{page}\n") for at in range(size))
    if kind == "folder":
        for name, text in texts:
            path = folder / str(len(name)) / name
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return folder
    if kind == "zip":
        with zipfile.ZipFile(folder / "pages.zip", "w", zipfile.ZIP_DEFLATED) as archive:
            for name, text in texts:
                archive.writestr(name, text)
        return folder / "pages.zip"
    with gzip.open(folder / "pages.jsonl.gz", "wt", encoding="utf-8") as file:
        for name, text in texts:
            file.write(json.dumps({"id": name, "text": text}, ensure_ascii=False) + "\n")
    return folder / "pages.jsonl.gz"


def measure(given: str) -> None:
    """Read and segment; print pages, megabytes, open files and seconds as JSON."""
    from kg.reading import iter_readings  # noqa: PLC0415 - of the measured process alone

    pages = most = 0
    started = time.perf_counter()
    for _ in iter_readings([given], on_problem=lambda _: None):
        pages += 1
        if pages % 100 == 1:
            most = max(most, len(list(OPENED.iterdir())))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps([pages, memory, most, time.perf_counter() - started]))


def main() -> None:
    """Print a line for each kind and size, and how memory grows."""
    for kind in KINDS:
        held = []
        for size in SIZES:
            with tempfile.TemporaryDirectory() as folder:
                given = made(kind, size, Path(folder))
                command = [sys.executable, __file__, str(given)]
                done = subprocess.run(command, capture_output=True, text=True, check=True)
            pages, memory, opened, seconds = json.loads(done.stdout)
            held.append(memory)
            print(f"{kind:6} {pages:6} pages: {memory:5.0f} MB, {opened} files open, {seconds:.1f} s")
        print(f"{kind:6} memory at ten thousand against a thousand: {held[1] / held[0]:.2f}")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        measure(sys.argv[1])
    else:
        main()
