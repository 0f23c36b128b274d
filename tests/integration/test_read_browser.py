"""What kg read shows, in a real browser, from disk and without scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from news import invented_news
from volumes import issue

from kg.cli import run
from tests.unit.show.test_show import printed, shown

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.integration

LUMINANCE = """([back, front]) => {
  const parts = (c) => c.match(/[\\d.]+/g).slice(0, 3).map(Number).map((v) => v / 255)
    .map((v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
  const light = (c) => { const [r, g, b] = parts(c); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
  const [a, b] = [light(back), light(front)].sort((x, y) => y - x);
  return (a + 0.05) / (b + 0.05);
}"""


class Opened:
    """A page open in the browser, with what it asked for and complained about."""

    def __init__(self, browser: Any, path: Path, *, scripts: bool = False) -> None:
        """Open the file."""
        self.tab = browser.new_page(viewport={"width": 1280, "height": 800}, java_script_enabled=scripts)
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.tab.on("request", lambda request: self.requests.append(request.url))
        self.tab.on("console", lambda message: self.complaints.append(message.text))
        self.tab.goto(path.as_uri())


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the page that shows an invented issue with an article that goes on."""
    folder = tmp_path_factory.mktemp("read")
    (folder / "v.txt").write_text("\f".join(issue(invented_news(), 2).pages), encoding="utf-8")
    assert run(["read", str(folder / "v.txt"), "--format", "html", "-o", str(folder / "v.html")]) == 0
    return folder / "v.html"


def test_it_opens_from_disk_and_asks_for_nothing(browser: Any, page: Path) -> None:
    """One file, no request, no complaint about its own policy."""
    opened = Opened(browser, page, scripts=True)
    assert opened.requests == [page.as_uri()]
    assert opened.complaints == []


def test_the_list_jumps_to_the_article_without_scripts(browser: Any, page: Path) -> None:
    """A click on the last article of the list brings it into view, marked."""
    tab = Opened(browser, page).tab
    link = tab.locator("nav li a").last
    target = link.get_attribute("href")
    mark = tab.locator(target)
    assert mark.count() == 1
    link.click()
    tab.wait_for_timeout(600)
    box = mark.bounding_box()
    assert box is not None
    assert 0 <= box["y"] <= 800
    assert tab.url.endswith(target)


def test_an_article_keeps_its_colour_from_list_to_page(browser: Any, page: Path) -> None:
    """What the list shows in a colour stands on the page in the same; another article's is another."""
    tab = Opened(browser, page, scripts=True).tab
    first, second = tab.locator("nav section").first.locator("li a").all()[:2]
    colours = [one.evaluate("one => getComputedStyle(one).backgroundColor") for one in (first, second)]
    assert colours[0] != colours[1]
    for link, colour in zip((first, second), colours, strict=True):
        mark = link.get_attribute("href").removeprefix("#")
        text = tab.locator(f"#{mark} + span")
        assert text.evaluate("one => getComputedStyle(one).backgroundColor") == colour


def test_every_colour_can_be_read(browser: Any, page: Path) -> None:
    """Dark type on each ground has a contrast of at least 7, white numbers on each mark of 4.5."""
    tab = Opened(browser, page, scripts=True).tab
    for number in range(1, 13):
        grounds = tab.evaluate(
            """(n) => ['', ' mark'].map((more) => { const one = document.createElement('span');
               one.className = 'c' + n + more; document.querySelector('.text').append(one);
               const style = getComputedStyle(one); return [style.backgroundColor, style.color]; })""",
            number,
        )
        assert tab.evaluate(LUMINANCE, grounds[0]) >= 7
        assert tab.evaluate(LUMINANCE, grounds[1]) >= 4.5


def test_what_was_not_used_is_hatched_and_says_why(browser: Any, page: Path) -> None:
    """The reason shows on hover, and stands in a list below for who cannot hover."""
    tab = Opened(browser, page, scripts=True).tab
    unused = tab.locator(".text .unused").first
    assert "转版" in " ".join(one.get_attribute("title") for one in tab.locator(".text .unused").all())
    assert "gradient" in unused.evaluate("one => getComputedStyle(one).backgroundImage")
    details = tab.locator("details").first
    details.locator("summary").click()
    assert details.locator("tbody tr").count() >= 1
    assert details.locator("tbody tr").first.is_visible()


def test_a_printed_page_is_drawn(browser: Any, tmp_path: Path) -> None:
    """Lines stand where they were printed, as wide as they were, whatever fonts the reader has."""
    path = tmp_path / "printed.html"
    path.write_text(shown([printed()]), encoding="utf-8")
    opened = Opened(browser, path, scripts=True)
    drawing = opened.tab.locator("svg.print").bounding_box()
    line = opened.tab.locator("svg.print > text").nth(1).bounding_box()
    scale = drawing["width"] / 200
    assert line["width"] == pytest.approx(50 * scale, rel=0.05)
    assert line["x"] - drawing["x"] == pytest.approx(10 * scale, abs=2 * scale)
    assert "url" in opened.tab.locator("svg.print rect.unused").first.evaluate("one => getComputedStyle(one).fill")
    assert opened.complaints == []
