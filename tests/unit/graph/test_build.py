"""The graph's folder: what a build writes, what it leaves alone, what it refuses."""

from __future__ import annotations

import io
import itertools
import json
import os
import shutil
import stat
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

import kg.graph
from kg import folder as layout
from kg.build import remove
from kg.errors import GraphFolderError, KgError, StoreError, UsageError
from kg.ids import text_sha256
from kg.judgement import Judgement, Verdict, append_judgement

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kg.build import BuildReport

    Make = Callable[..., BuildReport]

TRUTH = (layout.RECORDS, layout.MANIFEST)


def truth(folder: Path) -> dict[str, bytes]:
    """Return the bytes of a graph's truth by relative name."""
    generation = layout.get_current(folder)
    files = [generation / name for name in TRUTH] + sorted((generation / layout.TEXTS).iterdir())
    return {str(path.relative_to(generation)): path.read_bytes() for path in files}


def lines(folder: Path) -> list[dict[str, Any]]:
    """Return the records of a graph."""
    text = (layout.get_current(folder) / layout.RECORDS).read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def test_a_build_writes_truth_rows_and_who_is_who(make: Make, pages: dict[str, Path], tmp_path: Path) -> None:
    """A generation holds records sorted by id, the texts under their hashes, a manifest, rows and decisions."""
    report = make(list(pages.values()))
    generation = layout.get_current(tmp_path / "graph")
    names = {path.name for path in generation.iterdir()}
    assert names >= {"records.jsonl", "texts", "manifest.json", "nodes.jsonl", "links.jsonl", "persons.jsonl"}
    ids = [line["id"] for line in lines(tmp_path / "graph")]
    assert ids == sorted(ids)
    assert len(ids) == report.articles == 6
    for path in (generation / layout.TEXTS).iterdir():
        assert path.stem == text_sha256(path.read_bytes().decode())
    assert str(report).startswith(f"{tmp_path / 'graph'}: 6 articles read; the graph now holds 6 articles, ")


def test_the_same_pages_again_change_nothing(make: Make, pages: dict[str, Path], tmp_path: Path) -> None:
    """A second build of the same pages makes no new generation and touches no byte of the old one."""
    make(list(pages.values()))
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "graph").rglob("*") if path.is_file()}
    report = make(list(pages.values()))
    after = {path: path.stat().st_mtime_ns for path in (tmp_path / "graph").rglob("*") if path.is_file()}
    assert not report.changed
    assert "nothing changed" in str(report)
    assert before == after


def test_order_and_portions_do_not_matter(make: Make, pages: dict[str, Path], tmp_path: Path) -> None:
    """The same pages in any order, at once or one by one, give the same truth, and the same rows but for former ids."""
    whole = tmp_path / "whole"
    make(list(pages.values()), whole)
    for number, order in enumerate(itertools.permutations(pages.values())):
        at_once, one_by_one = tmp_path / f"a{number}", tmp_path / f"b{number}"
        make(list(order), at_once)
        for page in order:
            make([page], one_by_one)
        assert truth(at_once) == truth(one_by_one) == truth(whole)
        rows = [layout.get_current(folder) / layout.LINKS for folder in (at_once, one_by_one, whole)]
        assert len({path.read_bytes() for path in rows}) == 1


def test_a_changed_page_replaces_what_it_said(make: Make, pages: dict[str, Path], tmp_path: Path) -> None:
    """New text in the same file, on the same day in the same paper, takes the place of the old articles."""
    make(list(pages.values()))
    pages["page2.txt"].write_text("江一帆 吕梁市委 书记\n", encoding="utf-8")
    make([pages["page2.txt"]])
    said = [
        fact["person"] for line in lines(tmp_path / "graph") for fact in line["facts"] if line["file"] == "page2.txt"
    ]
    assert said == ["江一帆"]


def test_changed_metadata_replace_the_records(make: Make, pages: dict[str, Path], tmp_path: Path) -> None:
    """The same page with another day is the same page, put right."""
    make([pages["page2.txt"]])
    make([pages["page2.txt"]], published="2021-04-13")
    assert {line["published"] for line in lines(tmp_path / "graph")} == {"2021-04-13"}


def test_a_page_of_another_day_in_a_file_of_the_same_name_is_another_page(
    make: Make, pages: dict[str, Path], tmp_path: Path
) -> None:
    """Papers call their first page page1.txt every day: yesterday's stays."""
    make([pages["page2.txt"]])
    pages["page2.txt"].write_text("江一帆 吕梁市委 书记\n", encoding="utf-8")
    make([pages["page2.txt"]], published="2021-04-13")
    assert len(lines(tmp_path / "graph")) == 3


def test_pages_through_a_pipe_have_no_name_to_replace_each_other_by(
    make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A second page through standard input is another page; the same one again changes nothing."""
    for text in ("贺清禾 吕梁市政府 市长", "林知远 吕梁市委 书记", "林知远 吕梁市委 书记"):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
        report = make(["-"])
    assert (report.articles, report.changed) == (2, False)


def test_a_changed_object_replaces_its_record(make: Make, pages: dict[str, Path], tmp_path: Path) -> None:
    """An object is known by its own id, whichever file it comes in."""
    make(list(pages.values()))
    other = tmp_path / "other.json"
    changed = {"id": "o1", "source": "沧宁晚报", "published": "2021-05-03", "text": "江一帆 吕梁市委 书记"}
    other.write_text(json.dumps(changed), encoding="utf-8")
    make([other])
    found = [line for line in lines(tmp_path / "graph") if line["id"] == "o1"]
    assert [(line["file"], line["published"]) for line in found] == [("other.json", "2021-05-03")]


def test_an_article_in_two_files_is_one_article_with_both(make: Make, pages: dict[str, Path], tmp_path: Path) -> None:
    """The same text on the same day is the same article; taking out one of its files leaves it standing."""
    copy = tmp_path / "copy.txt"
    copy.write_text(pages["page2.txt"].read_text(encoding="utf-8"), encoding="utf-8")
    report = make([pages["page2.txt"], copy])
    assert report.articles == 2
    with kg.graph.open(tmp_path / "graph") as graph:
        files = [node.props["captures"] for node in graph.nodes() if node.label == "Article"]
    assert files == [["copy.txt", "page2.txt"]] * 2
    assert remove(tmp_path / "graph", ["copy.txt"]).articles == 2


def test_removing_takes_articles_out(make: Make, pages: dict[str, Path], tmp_path: Path) -> None:
    """By id, by headline or by file; what is left is the graph that the rest alone would have given."""
    make(list(pages.values()))
    report = remove(tmp_path / "graph", ["o1", "任免", "page1.txt"])
    make([pages["page2.txt"]], tmp_path / "rest")
    assert "4 articles taken out" in str(report)
    assert truth(tmp_path / "graph") == truth(tmp_path / "rest")


def test_removing_asks_back(make: Make, pages: dict[str, Path], tmp_path: Path) -> None:
    """A name that means nothing, or several articles, is an error of use that names the candidates."""
    make(list(pages.values()))
    twins = tmp_path / "twins.json"
    both = [
        {"id": f"t{n}", "headline": "简讯", "published": "2021-05-02", "text": f"林知远 吕梁市委 书记;甲{n} 乙 丙"}
        for n in (1, 2)
    ]
    twins.write_text(json.dumps(both), encoding="utf-8")
    make([twins])
    with pytest.raises(UsageError, match="'nobody'"):
        remove(tmp_path / "graph", ["nobody"])
    with pytest.raises(UsageError, match=r"t1 \(青峦日报, 2021-05-02\); t2 "):
        remove(tmp_path / "graph", ["简讯"])


def test_what_a_killed_build_left_is_swept(make: Make, pages: dict[str, Path], tmp_path: Path) -> None:
    """Half a generation is never current, and the next build removes it."""
    make([pages["page1.txt"]])
    good = layout.get_current(tmp_path / "graph")
    for name in ("building-000002", "generation-000002"):
        (tmp_path / "graph" / name).mkdir()
        (tmp_path / "graph" / name / "records.jsonl").write_text("{", encoding="utf-8")
    assert layout.get_current(tmp_path / "graph") == good
    make(list(pages.values()))
    names = sorted(path.name for path in (tmp_path / "graph").iterdir() if path.is_dir())
    assert names == ["generation-000001", "generation-000002"]


def test_readers_keep_the_generation_they_opened(make: Make, pages: dict[str, Path], tmp_path: Path) -> None:
    """A graph that is open shows what it showed, though a build has ended meanwhile."""
    make([pages["page1.txt"]])
    with kg.graph.open(tmp_path / "graph") as graph:
        before = list(graph.nodes())
        make([pages["page2.txt"]])
        assert list(graph.nodes()) == before
    with kg.graph.open(tmp_path / "graph") as graph:
        assert len(list(graph.nodes())) > len(before)


def test_a_generation_that_is_read_outlives_any_number_of_builds(
    make: Make, pages: dict[str, Path], tmp_path: Path
) -> None:
    """Builds remove old generations, but none that somebody has open."""
    make([pages["page1.txt"]])
    with kg.graph.open(tmp_path / "graph") as graph:
        for day in range(13, 18):
            make([pages["page2.txt"]], published=f"2021-04-{day}")
        assert len(list(graph.nodes())) > 0
    make([pages["page1.txt"], pages["page2.txt"]])
    left = sorted(path.name for path in (tmp_path / "graph").iterdir() if path.is_dir())
    assert left == ["generation-000006", "generation-000007"]


def test_a_first_build_that_reads_nothing_leaves_nothing(make: Make, tmp_path: Path) -> None:
    """Where the inputs are wrong no folder is made."""
    with pytest.raises(KgError):
        make([tmp_path / "missing.txt"])
    assert not (tmp_path / "graph").exists()


def test_a_second_build_is_told(make: Make, pages: dict[str, Path], tmp_path: Path) -> None:
    """Only one build at a time works in a folder; the other says so in one line."""
    with layout.locked(tmp_path / "graph"), pytest.raises(GraphFolderError, match="another build is at work"):
        make([pages["page1.txt"]])


def test_a_build_that_fails_leaves_the_last_good_graph(
    make: Make, pages: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever a store or the disk does, what stood before stands, and nothing half-written is left."""
    make([pages["page1.txt"]])
    before = truth(tmp_path / "graph")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    def refused(*_: object) -> None:
        raise StoreError("the store refuses")

    for failure, kind, message in ((full, GraphFolderError, "No space left"), (refused, StoreError, "refuses")):
        monkeypatch.setattr("kg.build.load_quads", failure)
        with pytest.raises(kind, match=message) as caught:
            make([pages["page2.txt"]])
        assert "\n" not in str(caught.value)
        assert truth(tmp_path / "graph") == before
        assert [path.name for path in (tmp_path / "graph").iterdir() if path.is_dir()] == ["generation-000001"]


def test_a_full_disk_is_called_by_its_name(
    make: Make, pages: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever a store says of it: where no space is left, the message says that."""

    def fail(*_: object) -> None:
        raise StoreError("Transaction error on commit")

    monkeypatch.setattr("kg.build.load_cypher_store", fail)
    with pytest.raises(StoreError, match="Transaction"):
        make([pages["page1.txt"]])
    monkeypatch.setattr("shutil.disk_usage", lambda _: SimpleNamespace(free=0))
    with pytest.raises(GraphFolderError, match="no space left"):
        make([pages["page1.txt"]])
    assert not (tmp_path / "graph").exists()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder_is_one_line(make: Make, pages: dict[str, Path], tmp_path: Path) -> None:
    """Where nothing can be written the message says where."""
    (tmp_path / "graph").mkdir()
    (tmp_path / "graph").chmod(stat.S_IRUSR | stat.S_IXUSR)
    with pytest.raises(GraphFolderError, match="cannot write"):
        make([pages["page1.txt"]])


def test_another_format_is_a_message_and_can_be_built_anew(make: Make, pages: dict[str, Path], tmp_path: Path) -> None:
    """A graph of another format does not open, and the next build makes it anew from its records."""
    make(list(pages.values()))
    good = truth(tmp_path / "graph")
    manifest = layout.get_current(tmp_path / "graph") / layout.MANIFEST
    for number, age in ((0, "older"), (99, "newer")):
        raw = {**json.loads(manifest.read_text(encoding="utf-8")), "format": number}
        manifest.write_text(json.dumps(raw), encoding="utf-8")
        with pytest.raises(GraphFolderError, match=f"{age} format"):
            kg.graph.open(tmp_path / "graph")
        make([pages["page1.txt"]])
        assert truth(tmp_path / "graph") == good
        manifest = layout.get_current(tmp_path / "graph") / layout.MANIFEST


def test_what_was_taken_away_is_made_again(make: Make, pages: dict[str, Path], tmp_path: Path) -> None:
    """Rows and stores are projections: where one is gone, the next build of anything makes it from the truth."""
    make([pages["page1.txt"]])
    before = truth(tmp_path / "graph")
    shutil.rmtree(layout.get_current(tmp_path / "graph") / layout.QUAD_STORE)
    assert make([pages["page1.txt"]]).changed
    assert (layout.get_current(tmp_path / "graph") / layout.QUAD_STORE).is_dir()
    assert truth(tmp_path / "graph") == before


def test_no_graph_is_a_message(tmp_path: Path) -> None:
    """A folder without a graph, a missing folder and a damaged one each say what to do."""
    with pytest.raises(GraphFolderError, match="there is no folder"):
        kg.graph.open(tmp_path / "nowhere")
    with pytest.raises(GraphFolderError, match="there is no graph in"):
        kg.graph.open(tmp_path)
    (tmp_path / layout.CURRENT).write_text("generation-000009\n", encoding="utf-8")
    with pytest.raises(GraphFolderError, match="damaged"):
        kg.graph.open(tmp_path)


def test_a_base_stays(make: Make, pages: dict[str, Path], tmp_path: Path) -> None:
    """The base given once is the graph's base; another one makes a new generation."""
    make([pages["page1.txt"]], base="https://example.org/kg/")
    make([pages["page2.txt"]])
    with kg.graph.open(tmp_path / "graph") as graph:
        assert graph.base == "https://example.org/kg/"
    assert make([pages["page2.txt"]], base="https://example.org/other/").changed
    with pytest.raises(KgError, match="base"):
        make([pages["page2.txt"]], base="no iri")


def test_judgements_survive_builds(make: Make, pages: dict[str, Path], tmp_path: Path) -> None:
    """What people decide outranks the rules in every later build."""
    make(list(pages.values()))
    with kg.graph.open(tmp_path / "graph") as graph:
        persons = {str(node.props["name"]): node.id for node in graph.nodes() if node.label == "Person"}
    log = tmp_path / "graph" / layout.JUDGEMENTS
    append_judgement(log, Judgement.about(persons["白若溪"], persons["方既白"], Verdict.SAME, by="纪小满"))
    assert make([pages["page1.txt"]]).changed
    with kg.graph.open(tmp_path / "graph") as graph:
        merged = [node for node in graph.nodes() if node.label == "Person" and len(node.props["names"] or []) > 1]  # type: ignore[arg-type]
    assert [node.props["names"] for node in merged] == [["方既白", "白若溪"]]
    assert merged[0].props["former_ids"] == [
        max(persons["白若溪"], persons["方既白"], key=lambda one: one != merged[0].id)
    ]
    assert not make([pages["page1.txt"]]).changed


def test_info_and_schema_count_what_is_there(make: Make, pages: dict[str, Path], tmp_path: Path) -> None:
    """`info` counts articles by source, the span of dates, nodes and links; `schema` every property with an example."""
    make(list(pages.values()))
    with kg.graph.open(tmp_path / "graph") as graph:
        info = {(what, which): value for what, which, value in graph.info()}
        schema = {(name, prop): (count, filled) for _, name, count, prop, _, filled, _ in graph.schema()}
    assert info["articles", "青峦日报"] == 4
    assert info["published", "first"] == "2021-04-12"
    assert info["published", "last"] == "2021-06-02"
    assert info["nodes", "Person"] == schema["Person", "name"][0] == schema["Person", "name"][1]
    assert schema["Place", "code"][1] >= 1
