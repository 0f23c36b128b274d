"""The page as text: the same each time, closed, and saying what it shows."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import subprocess
import sys
from typing import Any

import pytest

from kg.draw import draw
from kg.entity import Link, Node
from kg.errors import UsageError
from tests.unit.draw.drawing import RowsInMemory, hostile_graph, small_graph
from tests.unit.fixture_rows import BUREAU, HE, HE_TEACHER, MAYOR, MAYOR_TENURE, OTHER_CITY, TALKS, TAO, VISIT


def data_of(page: str) -> Any:
    """Return the data that the page's panels show."""
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert found
    return json.loads(found[1])


def outside_scripts(page: str) -> str:
    """Return the page's own markup."""
    return re.sub(r"<(script|style)\b.*?</\1>", "", page, flags=re.DOTALL)


@pytest.fixture(scope="module")
def page() -> str:
    """Return the page of the small graph."""
    return draw(small_graph())


def test_the_same_graph_gives_the_same_bytes() -> None:
    """Neither a clock nor the order of sets is in the page: another process with another hash seed writes the same."""
    code = "import sys,hashlib;from kg.draw import draw;from tests.unit.draw.drawing import small_graph;"
    code += "print(hashlib.sha256(draw(small_graph()).encode()).hexdigest())"
    seeds = [
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert seeds[0] == seeds[1]


def test_the_order_of_the_rows_does_not_matter(page: str) -> None:
    """A graph is a set of rows."""
    graph = small_graph()
    assert draw(RowsInMemory(graph.nodes()[::-1], graph.links()[::-1], list(graph._texts.values()))) == page


def test_nothing_is_fetched(page: str) -> None:
    """No element names another file or host, neither does a style sheet."""
    markup = outside_scripts(page)
    assert not re.search(r"\b(src|href|srcset|action|poster)\s*=", markup)
    assert "<link" not in page.split("<script>", maxsplit=1)[0]
    for style in re.findall(r"<style>(.*?)</style>", page, re.DOTALL):
        assert not re.search(r"url\((?!['\"]?data:)", style)
        assert "@import" not in style
    assert "sourceMappingURL" not in page


def test_the_policy_names_every_script_and_style(page: str) -> None:
    """What is not named by its hash does not run, and nothing may be fetched."""
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy
    assert policy[1].startswith("default-src 'none'; ")
    assert "unsafe" not in policy[1]
    for tag in ("script", "style"):
        parts = re.findall(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        assert parts
        for part in parts:
            assert base64.b64encode(hashlib.sha256(part.encode()).digest()).decode() in policy[1]


def test_hostile_names_add_no_markup() -> None:
    """A name cannot open an element, close a script or fill in a slot of the template."""
    page = draw(hostile_graph())
    markup = outside_scripts(page)
    assert "<img" not in markup
    assert "onerror" not in re.sub(r"&lt;.*?&gt;", "", markup)
    calm = draw(small_graph())
    assert page.count("</script>") == calm.count("</script>")
    assert page.count('id="data"') == 1
    assert "<img" not in page.split('id="data">')[1]
    told = data_of(page)
    assert told["nodes"]["person/0"]["name"].startswith("<img")


def test_counts_say_how_many_of_how_many_by_which_rule(page: str) -> None:
    """A reader knows what is left out and why."""
    assert "显示 30 / 共 30 个节点，依据规则：有关系的节点全部显示" in page
    few = draw(small_graph(), limit=10)
    assert "显示 10 / 共 30 个节点，依据规则：按关系数从多到少取前 10 个" in few


def test_a_vertex_without_links_is_counted_not_drawn() -> None:
    """A lone dot says nothing, its absence is told."""
    graph = small_graph()
    lone = [node for node in graph.nodes() if node.id == HE]
    links = [link for link in graph.links() if HE not in {link.source, link.target}]
    page = draw(RowsInMemory(graph.nodes(), links))
    assert lone
    assert "显示 29 / 共 30 个节点" in page
    assert "没有关系的 1 个不画" in page


def test_the_foot_tells_sources_days_and_rejections(page: str) -> None:
    """What the graph was made from stands below it."""
    assert "4 篇文章：青峦日报（3 篇）、沧宁晚报（1 篇）" in page
    assert "2021-04-12 至 2023-02-20" in page
    assert "未采用（2）" in page


def test_persons_carry_office_and_place(page: str) -> None:
    """Two people of one name are told apart at a glance."""
    told = data_of(page)["nodes"]
    assert told[HE]["subtitle"] == "青峦市政府市长"
    assert told[HE_TEACHER]["subtitle"] == "白石县实验小学"
    written = json.dumps("贺清禾\n青峦市政府市长")
    assert written in page


def test_a_tenure_is_an_edge_with_its_sentences(page: str) -> None:
    """Tenure and office are drawn as one stroke from the person to the body, which tells the post."""
    told = data_of(page)
    edge = next(e for e in told["edges"].values() if e["source"] == HE and e["label"] == "市长")
    assert edge["facts"] == [MAYOR_TENURE]
    proofs = told["facts"][MAYOR_TENURE]["proofs"]
    assert [proof["status"] for proof in proofs] == ["在任", "免职", "在任", "在任"]
    assert proofs[0]["before"] == "4月8日至10日，"
    assert proofs[0]["quote"] == "市长贺清禾"
    assert proofs[0]["after"] == "率青峦市考察团赴沧宁市考察。"
    assert (proofs[0]["source"], proofs[0]["date"]) == ("青峦日报", "2021-04-12")
    assert proofs[-1]["part"] == "标题"


def test_a_derived_edge_is_dashed_and_names_its_facts(page: str) -> None:
    """What the program concluded is told apart from what a page says."""
    told = data_of(page)["edges"]
    derived = {edge["label"]: edge for edge in told.values() if edge["derived"]}
    assert derived.keys() == {"到访", "会面", "培训"}
    assert derived["会面"]["facts"] == [TALKS]
    assert next(e for e in told.values() if e["source"] == HE and e["label"] == "到访")["facts"] == [VISIT]
    assert page.count('"dashes": [6, 5]') == sum(edge["derived"] for edge in told.values())


def test_every_edge_leads_to_a_sentence(page: str) -> None:
    """Also what names and the divisions say, such as a body's place, shows where a page speaks of it."""
    told = data_of(page)
    assert told["edges"]
    for edge in told["edges"].values():
        assert any(told["facts"][fact]["proofs"] for fact in edge["facts"]), edge


def test_about_draws_two_steps_around(page: str) -> None:
    """The host of the talks stands with those he met, not with the teachers of another county."""
    told = data_of(draw(small_graph(), "陶景行"))
    assert told["centre"] == TAO
    assert {HE, TALKS, OTHER_CITY} <= told["nodes"].keys()
    assert HE_TEACHER not in told["nodes"]
    assert len(told["nodes"]) < len(data_of(page)["nodes"])
    assert "“陶景行”两步以内" in draw(small_graph(), TAO)


def test_about_takes_a_former_id_and_an_office() -> None:
    """An id that a merge gave up still leads there; an office is drawn as its body and holders."""
    graph = small_graph()
    former = next(node.props["former_ids"] for node in graph.nodes() if node.id == HE)
    assert isinstance(former, list)
    assert data_of(draw(graph, former[0]))["centre"] == HE
    assert HE in data_of(draw(graph, MAYOR))["nodes"]


def test_about_is_bounded() -> None:
    """The nearest are kept and the rule says so."""
    page = draw(small_graph(), BUREAU, limit=5)
    assert len(data_of(page)["nodes"]) <= 5
    assert "取前 5 个" in page


def test_a_shared_name_lists_its_candidates() -> None:
    """A name is never guessed: the message gives office, place and id of each."""
    with pytest.raises(UsageError, match="青峦市政府市长") as raised:
        draw(small_graph(), "贺清禾")
    assert HE in str(raised.value)
    assert HE_TEACHER in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_division_of_two_periods_is_one_place() -> None:
    """A county that became a city district under the same name is what is asked about, in both its times."""
    graph = small_graph()
    old = next(node for node in graph.nodes() if node.id == OTHER_CITY)
    new = Node("Place", "place/990200-2015", {**old.props, "id": "place/990200-2015", "valid_from": 2015})
    within = next(link for link in graph.links("PART_OF") if link.source == OTHER_CITY)
    also = Link("PART_OF", "also", new.id, within.target, "Place", "Place")
    page = draw(RowsInMemory([*graph.nodes(), new], [*graph.links(), also]), "沧宁市")
    assert {OTHER_CITY, new.id} <= data_of(page)["nodes"].keys()


@pytest.mark.parametrize("about", ["查无此人", "article/a1f0"])
def test_what_is_not_there_is_said(about: str) -> None:
    """An unknown name and an article, which is no vertex, are usage errors."""
    with pytest.raises(UsageError, match="nothing"):
        draw(small_graph(), about)


def test_an_empty_graph_is_a_page() -> None:
    """Nothing to show is no crash."""
    page = draw(RowsInMemory([], []))
    assert "显示 0 / 共 0 个节点" in page
