"""Third-party packages enter at one door each, and stages do not know their siblings."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

DOORS = {
    "jieba": ("kg/language/words.py",),
    "rjieba": ("kg/language/words.py",),
    "ahocorasick_rs": ("kg/language/",),
    "polars": ("kg/frames.py",),
    "pandas": ("kg/frames.py",),
    "pypdfium2": ("kg/read/",),
    "pyvis": ("kg/draw/",),
    "networkx": ("kg/assemble/", "kg/draw/", "loaders/"),
    "neo4j": ("loaders/", "queries/"),
    "arcadedb_embedded": ("loaders/", "queries/"),
    "jpype": ("loaders/", "queries/"),
    "rdflib": ("ontology/", "loaders/", "queries/"),
    "pyoxigraph": ("loaders/", "queries/"),
    "pyshacl": ("loaders/",),
    "lxml": ("kg/read/web_",),
    "trafilatura": ("kg/read/web_reading.py",),
    "zstandard": ("kg/read/packed.py",),
    "opencc": ("ontology/traditional.py",),
    "typer": ("kg/cli/",),
    "rich": ("kg/cli/",),
}
STAGES = ("read", "segment", "annotate", "extract", "resolve", "assemble", "draw", "show", "evaluate")


def imports(path: Path) -> list[str]:
    """Return the dotted names that a file imports."""
    names: list[str] = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names += [f"{node.module}.{alias.name}" for alias in node.names]
    return names


def sources() -> list[Path]:
    """Return the library's files."""
    return [path for top in ("kg", "ontology", "loaders", "queries") for path in sorted((ROOT / top).rglob("*.py"))]


@pytest.mark.parametrize("package", DOORS)
def test_a_third_party_package_enters_at_its_door(package: str) -> None:
    """A package that we may want to change is imported where its door is, and nowhere else."""
    strays = [
        str(path.relative_to(ROOT))
        for path in sources()
        if any(name.split(".")[0] == package for name in imports(path))
        and not str(path.relative_to(ROOT)).startswith(DOORS[package])
    ]
    assert strays == []


@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_does_not_import_a_sibling(stage: str) -> None:
    """Stages meet in `kg/extraction.py`, `kg/build.py` and `kg/graph.py`, never in one another."""
    siblings = tuple(f"kg.{other}." for other in STAGES if other != stage)
    strays = [
        f"{path.relative_to(ROOT)}: {name}"
        for path in sorted((ROOT / "kg" / stage).rglob("*.py"))
        for name in imports(path)
        if f"{name}.".startswith(siblings)
    ]
    assert strays == []


def test_the_library_does_not_print() -> None:
    """Standard output belongs to the command line."""
    strays = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in sources()
        if not str(path.relative_to(ROOT)).startswith("kg/cli/")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    ]
    assert strays == []
