"""Files are written whole or not at all; what is no file is never replaced by one."""

from __future__ import annotations

import os
import threading
from typing import TYPE_CHECKING

import pytest

from kg.errors import KgError
from kg.files import whole_file

if TYPE_CHECKING:
    from pathlib import Path


def test_a_file_appears_whole(tmp_path: Path) -> None:
    """Nothing stands at the path until the block ends."""
    path = tmp_path / "a.txt"
    with whole_file(path) as file:
        file.write("甲")
        assert not path.exists()
    assert path.read_text(encoding="utf-8") == "甲"


def test_what_stood_there_stays_where_the_block_fails(tmp_path: Path) -> None:
    """An error in the middle leaves the old file and nothing beside it."""
    path = tmp_path / "a.txt"
    path.write_text("old", encoding="utf-8")

    def write_half() -> None:
        with whole_file(path) as file:
            file.write("new")
            raise ValueError("half")

    with pytest.raises(ValueError, match="half"):
        write_half()
    assert path.read_text(encoding="utf-8") == "old"
    assert [one.name for one in tmp_path.iterdir()] == ["a.txt"]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    """What the link names gets the new text."""
    target, link = tmp_path / "target.txt", tmp_path / "link.txt"
    target.write_text("old", encoding="utf-8")
    link.symlink_to(target)
    with whole_file(link) as file:
        file.write("new")
    assert link.is_symlink()
    assert target.read_text(encoding="utf-8") == "new"


def test_a_pipe_is_written_to_and_stays_one(tmp_path: Path) -> None:
    """A pipe stands for every device: as root, replacing /dev/null would break the machine."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_text(encoding="utf-8")))
    reader.start()
    with whole_file(pipe) as file:
        file.write("甲")
    reader.join(timeout=10)
    assert read == ["甲"]
    assert pipe.is_fifo()


def test_a_folder_is_no_place_to_write(tmp_path: Path) -> None:
    """The message names what is in the way."""
    with pytest.raises(KgError, match="it is a folder"), whole_file(tmp_path):
        pass
