"""The log of what people decided about who is who."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.errors import GraphFolderError
from kg.judgement import Judgement, Verdict, append_judgement, read_judgements

if TYPE_CHECKING:
    from pathlib import Path


def test_what_is_written_is_read(tmp_path: Path) -> None:
    """Ids come in one order whichever way a judgement is said; the log only grows."""
    log = tmp_path / "judgements.jsonl"
    said = [Judgement.about("person/b", "person/a", Verdict.SAME, ("同一任命",), by="纪小满")]
    append_judgement(log, said[0])
    before = log.read_bytes()
    said.append(Judgement.about("person/a", "person/c", Verdict.DIFFERENT, by="纪小满"))
    append_judgement(log, said[1])
    assert read_judgements(log) == tuple(said)
    assert log.read_bytes().startswith(before)


def test_the_later_word_counts(tmp_path: Path) -> None:
    """Who thinks better of it writes another line."""
    log = tmp_path / "judgements.jsonl"
    for verdict in (Verdict.SAME, Verdict.DIFFERENT):
        append_judgement(log, Judgement.about("person/a", "person/b", verdict))
    assert [one.verdict for one in read_judgements(log)] == [Verdict.DIFFERENT]


@pytest.mark.parametrize("line", ["{", "[]", '{"first": "a"}', '{"first": "a", "second": "b", "verdict": "perhaps"}'])
def test_a_line_that_is_none_is_named(tmp_path: Path, line: str) -> None:
    """The message says which line, and what a judgement looks like."""
    log = tmp_path / "judgements.jsonl"
    log.write_text(f"\n{line}\n", encoding="utf-8")
    with pytest.raises(GraphFolderError, match=r"line 2 is no judgement: write"):
        read_judgements(log)


def test_no_log_is_no_judgement(tmp_path: Path) -> None:
    """Most graphs have none."""
    assert read_judgements(tmp_path / "judgements.jsonl") == ()
