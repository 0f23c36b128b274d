"""Captures in a graph: one article however often it was read; taking a file out takes one capture."""

from __future__ import annotations

import json
import zipfile
from typing import TYPE_CHECKING, Any

import kg.graph
from kg import folder as layout
from kg.build import remove

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kg.build import BuildReport

    Make = Callable[..., BuildReport]

FULL = "贺清禾 吕梁市政府 市长;白若溪 吕梁市商务局 局长;林知远 吕梁市委 书记"
SHORT = "贺清禾 吕梁市政府 市长;白若溪 吕梁市商务局 局长"


def put(path: Path, article: str, text: str) -> Path:
    """Write one article as a file of objects."""
    path.write_text(json.dumps({"id": article, "headline": "简讯", "text": text}, ensure_ascii=False), encoding="utf-8")
    return path


def articles(folder: Path) -> list[dict[str, Any]]:
    """Return the articles of a graph."""
    with kg.graph.open(folder) as graph:
        return [node.props for node in graph.nodes() if node.label == "Article"]


def persons(folder: Path) -> list[str]:
    """Return the names of a graph's persons."""
    with kg.graph.open(folder) as graph:
        return sorted(str(node.props["name"]) for node in graph.nodes() if node.label == "Person")


def test_captures_of_one_article_are_one_node(make: Make, tmp_path: Path) -> None:
    """The fullest text's facts stand, counted once; the other capture's id is a former one."""
    short, full = put(tmp_path / "a.json", "a", SHORT), put(tmp_path / "b.json", "b", FULL)
    report = make([short, full])
    assert report.articles == 1
    (article,) = articles(tmp_path / "graph")
    assert (article["id"], article["captures"]) == ("article/b", ["a.json", "b.json"])
    assert article["former_ids"] == ["article/a"]
    with kg.graph.open(tmp_path / "graph") as graph:
        assert {node.props["articles"] for node in graph.nodes() if node.label == "Tenure"} == {1}
        assert {"article/b"} == {link.target for link in graph.links() if link.type == "IN"}


def test_the_order_of_inputs_does_not_matter(make: Make, tmp_path: Path) -> None:
    """Together, in either order, or one after the other: the same bytes."""
    short, full = put(tmp_path / "a.json", "a", SHORT), put(tmp_path / "b.json", "b", FULL)
    make([short, full], tmp_path / "one")
    make([full, short], tmp_path / "two")
    make([short], tmp_path / "three")
    make([full], tmp_path / "three")
    rows = [(layout.get_current(tmp_path / name) / layout.NODES).read_bytes() for name in ("one", "two", "three")]
    assert rows[0] == rows[1] == rows[2]


def test_a_file_taken_out_leaves_the_other_captures(make: Make, tmp_path: Path) -> None:
    """What is left is what the other file alone would have given."""
    make([put(tmp_path / "a.json", "a", SHORT), put(tmp_path / "b.json", "b", FULL)])
    assert persons(tmp_path / "graph") == ["林知远", "白若溪", "贺清禾"]
    report = remove(tmp_path / "graph", ["b.json"])
    assert "1 capture taken out of articles that stand in other files; the graph now holds 1 article," in str(report)
    (article,) = articles(tmp_path / "graph")
    assert (article["id"], article["captures"], article["former_ids"]) == ("article/a", ["a.json"], [])
    assert persons(tmp_path / "graph") == ["白若溪", "贺清禾"]


def test_an_article_taken_out_goes_with_all_its_captures(make: Make, tmp_path: Path) -> None:
    """By id, by the id of another capture, by the headline that they share."""
    other = put(tmp_path / "c.json", "c", "方既白 吕梁市政府 副市长")
    other.write_text(other.read_text(encoding="utf-8").replace("简讯", "任免"), encoding="utf-8")
    for at, name in enumerate(("a", "article/b", "简讯")):
        folder = tmp_path / f"graph{at}"
        make([put(tmp_path / "a.json", "a", SHORT), put(tmp_path / "b.json", "b", FULL), other], folder)
        assert "1 article taken out" in str(remove(folder, [name]))
        assert [one["id"] for one in articles(folder)] == ["article/c"]


def test_an_archive_taken_out_takes_all_that_came_from_it(make: Make, tmp_path: Path) -> None:
    """Pages of an archive are known by its name; the same page outside it stays."""
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("1.txt", "贺清禾 吕梁市政府 市长\n")
        archive.writestr("2.txt", "林知远 吕梁市委 书记\n")
    (tmp_path / "2.txt").write_text("林知远 吕梁市委 书记\n", encoding="utf-8")
    make([tmp_path / "a.zip", tmp_path / "2.txt"])
    assert sorted(one["captures"] for one in articles(tmp_path / "graph")) == [
        ["2.txt", "a.zip/2.txt"],
        ["a.zip/1.txt"],
    ]
    remove(tmp_path / "graph", [str(tmp_path / "a.zip")])
    assert [one["captures"] for one in articles(tmp_path / "graph")] == [["2.txt"]]
