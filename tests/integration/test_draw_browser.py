"""The page in a real browser, from disk: nothing is fetched, a click leads to the sentence, no name runs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from kg.draw import draw
from tests.unit.draw.drawing import HOSTILE, RowsInMemory, hostile_graph, small_graph
from tests.unit.fixture_rows import HE, TAO

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

pytestmark = pytest.mark.integration


class Shown:
    """A page open in the browser, with what it asked for and complained about."""

    def __init__(self, browser: Any, path: Path) -> None:
        """Open the file and wait until the network is drawn."""
        self.tab = browser.new_page(viewport={"width": 1400, "height": 900})
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.tab.on("request", lambda request: self.requests.append(request.url))
        self.tab.on("console", lambda message: self.complaints.append(message.text))
        self.tab.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.tab.on("dialog", lambda dialog: self.complaints.append(dialog.message))
        self.tab.goto(path.as_uri())
        self.tab.wait_for_function("typeof network !== 'undefined' && network.getScale() > 0")
        self.tab.wait_for_timeout(200)

    def click_node(self, node: str) -> None:
        """Click where a vertex is drawn."""
        self._click(self.tab.evaluate("id => network.canvasToDOM(network.getPosition(id))", node))

    def click_edge(self, edge: str) -> None:
        """Click the middle of an edge, close enough to hit no label."""
        self.tab.evaluate(
            "id => { const e = network.body.edges[id]; const a = e.from, b = e.to;"
            "network.moveTo({position: {x: (a.x + b.x) / 2, y: (a.y + b.y) / 2}, scale: 2}); }",
            edge,
        )
        middle = self.tab.evaluate(
            "id => { const p = network.body.edges[id].edgeType.getPoint(0.5); return network.canvasToDOM(p); }", edge
        )
        self._click(middle)

    def _click(self, point: dict[str, float]) -> None:
        box = self.tab.locator("#mynetwork").bounding_box()
        self.tab.mouse.click(box["x"] + point["x"], box["y"] + point["y"])
        self.tab.locator("#panel").wait_for(state="visible")

    def panel(self) -> str:
        """Return what the panel says."""
        return str(self.tab.locator("#panel").inner_text())


@pytest.fixture
def show(browser: Any, tmp_path: Path) -> Iterator[Callable[..., Shown]]:
    """Return what draws a graph and opens the page."""
    opened: list[Shown] = []

    def _show(graph: RowsInMemory, about: str | None = None) -> Shown:
        path = tmp_path / "图.html"
        path.write_text(draw(graph, about), encoding="utf-8", newline="")
        opened.append(Shown(browser, path))
        return opened[-1]

    yield _show
    for shown in opened:
        shown.tab.close()


def test_nothing_leaves_the_page(show: Callable[..., Shown]) -> None:
    """The only request is the file itself, and the policy blocks nothing of ours."""
    shown = show(small_graph())
    assert len(shown.requests) == 1
    assert shown.requests[0].startswith("file:")
    assert shown.complaints == []
    assert shown.tab.evaluate("nodes.length") == 30


def test_a_click_on_a_person_shows_the_sentence(show: Callable[..., Shown]) -> None:
    """The quote is marked within its sentence; headline, source, date and confidence stand below."""
    shown = show(small_graph())
    assert shown.tab.locator("#panel").is_hidden()
    shown.click_node(TAO)
    said = shown.panel()
    assert "陶景行" in said
    assert "沧宁市政府市长" in said
    assert "沧宁市市长陶景行" in shown.tab.locator("mark").all_inner_texts()
    assert "沧宁市市长陶景行会见了考察团一行。" in said
    assert "《贺清禾率队赴沧宁市考察学习》" in said
    assert "青峦日报 · 2021-04-12 · 在任 · 置信度 0.90" in said


def test_a_click_on_a_derived_edge_lists_its_facts(show: Callable[..., Shown]) -> None:
    """A dashed edge says that it was concluded, and from what."""
    shown = show(small_graph())
    edge = shown.tab.evaluate("edges.get().find(e => e.id.startsWith('MET|')).id")
    shown.click_edge(edge)
    said = shown.panel()
    assert "推出的关系" in said
    assert "来自事实（1）" in said
    assert "沧宁市市长陶景行会见了考察团一行" in shown.tab.locator("mark").all_inner_texts()


def test_every_edge_opens_a_panel_with_a_quote(show: Callable[..., Shown]) -> None:
    """Whatever is clicked, a sentence is there."""
    shown = show(small_graph())
    without = shown.tab.evaluate(
        "edges.getIds().filter(id => { network.body.emitter.emit('click', {nodes: [], edges: [id]});"
        "return document.querySelectorAll('#panel mark').length === 0; })"
    )
    assert without == []


def test_the_panel_leads_on_and_closes(show: Callable[..., Shown]) -> None:
    """From a person to an edge, from there to the other end; Escape closes."""
    shown = show(small_graph(), TAO)
    assert shown.tab.locator("h2").inner_text() == "陶景行"
    shown.tab.locator(".ties button", has_text="贺清禾").click()
    shown.tab.locator(".link", has_text="贺清禾").click()
    assert shown.tab.locator("h2").inner_text() == "贺清禾"
    assert shown.tab.evaluate("network.getSelectedNodes()") == [HE]
    shown.tab.keyboard.press("Escape")
    assert shown.tab.locator("#panel").is_hidden()


def test_search_finds_and_goes_on(show: Callable[..., Shown]) -> None:
    """Enter goes from one of a name to the next; what is not there is said."""
    shown = show(small_graph())
    query = shown.tab.locator("#query")
    query.fill("贺清禾")
    assert "找到" in shown.tab.locator("#found").inner_text()
    query.press("Enter")
    first = shown.tab.evaluate("network.getSelectedNodes()[0]")
    query.press("Enter")
    second = shown.tab.evaluate("network.getSelectedNodes()[0]")
    assert first != second
    assert shown.tab.locator("#found").inner_text().startswith("2 /")
    query.fill("查无此人")
    assert shown.tab.locator("#found").inner_text() == "没有找到"


def test_the_legend_hides_a_kind(show: Callable[..., Shown]) -> None:
    """A reader who wants the people alone turns the rest off."""
    shown = show(small_graph())
    shown.tab.locator("#legend button", has_text="活动").click()
    hidden = shown.tab.evaluate("nodes.get().filter(n => n.hidden).map(n => n.id.split('/')[0])")
    assert set(hidden) == {"event"}


def test_hostile_names_do_not_run(show: Callable[..., Shown]) -> None:
    """Names, quotes, headlines, sources and reasons that are markup are shown as they are written."""
    shown = show(hostile_graph())
    shown.tab.mouse.move(700, 450)
    for node in shown.tab.evaluate("nodes.getIds()"):
        shown.tab.evaluate("id => network.body.emitter.emit('hoverNode', {node: id})", node)
        shown.tab.evaluate("id => network.body.emitter.emit('click', {nodes: [id], edges: []})", node)
    for edge in shown.tab.evaluate("edges.getIds()"):
        shown.tab.evaluate("id => network.body.emitter.emit('click', {nodes: [], edges: [id]})", edge)
    shown.click_node("person/0")
    shown.tab.wait_for_timeout(300)
    assert shown.tab.evaluate("window.broken") is None
    assert shown.tab.locator("h2").inner_text() == HOSTILE[0]
    assert shown.tab.locator("img").count() == 0
    assert shown.complaints == []
    assert len(shown.requests) == 1
