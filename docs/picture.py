"""Draws the picture of the README: the examples in a browser, one person clicked: `python docs/picture.py`."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

import kg
from kg.build import build
from kg.draw import draw

ROOT = Path(__file__).resolve().parent.parent
PICTURE = ROOT / "docs" / "images" / "graph.png"
ABOUT = "程书涵"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def main() -> None:
    """Build the examples, open their page, click on a person, and keep what is seen."""
    from playwright.sync_api import sync_playwright

    program = next(found for name in BROWSERS if (found := shutil.which(name)))
    flags = ["--no-sandbox"] if os.geteuid() == 0 else []
    with tempfile.TemporaryDirectory() as name:
        page = Path(name) / "graph.html"
        build([ROOT / "examples"], Path(name) / "graph", on_problem=lambda _: None)
        with kg.open(Path(name) / "graph") as graph:
            page.write_text(draw(graph, ABOUT), encoding="utf-8")
            person = graph.cypher("MATCH (p:Person {name: $name}) RETURN p.id AS id", {"name": ABOUT})[0]["id"]
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=program, args=flags)
            tab = browser.new_page(viewport={"width": 1400, "height": 900})
            tab.goto(page.as_uri())
            tab.wait_for_function("typeof network !== 'undefined' && network.getScale() > 0")
            tab.wait_for_timeout(500)
            place = tab.evaluate("id => network.canvasToDOM(network.getPosition(id))", person)
            tab.locator("canvas").first.click(position=place)
            tab.wait_for_timeout(500)
            PICTURE.parent.mkdir(exist_ok=True)
            tab.screenshot(path=PICTURE)
            browser.close()


if __name__ == "__main__":
    main()
