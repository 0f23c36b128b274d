"""Files and papers with hostile names: a graph like any other."""

from __future__ import annotations

import shutil
from collections import Counter
from typing import TYPE_CHECKING

import pytest

import kg
from kg.build import build
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.integration

PAGE = ROOT / "examples" / "pages" / "quzhou-2023-04-20-page1.txt"
NAMES = (
    "=cmd|'}) DETACH DELETE n -- \"; DROP ALL # `$name` {{x}}",
    "<img src=x onerror=alert(1)>\n第二行 > . } INSERT DATA { <urn:a> <urn:b> <urn:c> }",
)


def make(folder: Path, called: str) -> Path:
    """Build the graph of one page whose file and paper are called so, and return its folder."""
    folder.mkdir()
    file = folder / f"{called.replace('/', ' ')}.txt"
    shutil.copy(PAGE, file)
    build([file], folder / "graph", on_problem=str, source=called, published="2023-04-20", place="衢州市")
    return folder / "graph"


def contents(folder: Path) -> list[Counter[object]]:
    """Return what is in a graph by name, but what names the paper or its file; ids hold the paper's name."""
    with kg.open(folder) as graph:
        named = {"Article", "Source"}
        nodes = Counter((node.label, node.props["name"]) for node in graph.nodes() if node.label not in named)
        links = Counter((link.type, link.source_label, link.target_label) for link in graph.links())
        assert graph.cypher("MATCH (n) RETURN count(n) AS n") == [{"n": sum(graph.manifest.nodes.values())}]
        return [nodes, links]


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> list[Counter[object]]:
    """Return what the graph of the page holds where nothing is hostile."""
    return contents(make(tmp_path_factory.mktemp("plain") / "one", "平常"))


@pytest.mark.parametrize("name", NAMES)
def test_a_file_and_a_paper_may_be_called_anything(name: str, plain: list[Counter[object]], tmp_path: Path) -> None:
    """The graph of a page is the same whatever its file and its paper are called, and both are found by that name."""
    folder = make(tmp_path / "one", name)
    assert contents(folder) == plain
    with kg.open(folder) as graph:
        asked = "MATCH (a:Article)-[:PUBLISHED_BY]->(s:Source {name: $name}) RETURN DISTINCT s.name AS name"
        assert graph.cypher(asked, {"name": name}) == [{"name": name}]
        assert graph.query("papers").rows
        assert graph.query("papers") == graph.query("papers", engine="sparql")
