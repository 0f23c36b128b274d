"""Sets sheets through a browser's print: a grid of articles, each with its own columns."""

from __future__ import annotations

import os
import random
import shutil
from html import escape
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from typesetting import Sheet, Story

BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def find_browser() -> str | None:
    """Return the browser on PATH."""
    return next((found for name in BROWSERS if (found := shutil.which(name))), None)


def print_sheets(sheets: Sequence[Sheet]) -> list[bytes]:
    """Return each sheet as a PDF of one page."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only where there is a browser

    with sync_playwright() as playwright:
        browser = start(playwright)
        made = [print_sheet(browser, one) for one in sheets]
        browser.close()
    return made


def start(playwright: Any) -> Any:
    """Start the browser; its sandbox does not start as root."""
    flags = ["--disable-gpu", *(["--no-sandbox"] if os.geteuid() == 0 else [])]
    return playwright.chromium.launch(executable_path=find_browser(), args=flags)


def print_sheet(browser: Any, sheet: Sheet) -> bytes:
    """Return the sheet as a PDF of one page, as large as it comes out."""
    tab = browser.new_page(viewport={"width": 1200, "height": 900})
    tab.set_content(html_of(sheet))
    tab.emulate_media(media="print")
    width, height = tab.evaluate(
        "() => { const page = document.querySelector('#page').getBoundingClientRect();"
        " return [Math.ceil(page.width) + 2, Math.ceil(page.height) + 4]; }"
    )
    margin = dict.fromkeys(("top", "right", "bottom", "left"), "0")
    data: bytes = tab.pdf(width=f"{width}px", height=f"{height}px", margin=margin, print_background=True)
    tab.close()
    return data


def html_of(sheet: Sheet) -> str:
    """Return the sheet as a web page."""
    rng = random.Random(sheet.seed + 7)  # noqa: S311 - a test's dice
    width = sheet.columns * sheet.column_width + (sheet.columns - 1) * sheet.gutter
    justify = "justify" if sheet.justify else "left"
    indent = "2em" if sheet.indent == "set" else "0"
    head_face = "'Noto Sans CJK SC'" if sheet.sans_head else "'Noto Serif CJK SC'"
    row_gap = rng.choice([1.2, 1.6, 2.4]) * sheet.size
    style = f"""
    @page {{ margin: 0 }}
    body {{ margin: 0; font-family: 'Noto Serif CJK SC'; font-size: {sheet.size}pt; line-height: {sheet.leading} }}
    #page {{ width: {width}pt; padding: {rng.choice([10, 24, 40])}pt; }}
    #grid {{ display: grid; grid-template-columns: repeat({sheet.columns}, minmax(0, 1fr));
      column-gap: {sheet.gutter}pt; row-gap: {row_gap}pt; grid-auto-flow: dense; align-items: start }}
    .body {{ column-gap: {sheet.gutter}pt; {"column-rule: 0.5pt solid #888;" if rng.random() < 0.15 else ""} }}
    p {{ margin: 0; text-align: {justify}; text-indent: {indent}; widows: 1; orphans: 1 }}
    h1 {{ margin: 0 0 .3em 0; line-height: 1.25; font-family: {head_face};
      font-weight: {rng.choice(["bold", "bold", "normal"])}; text-align: {rng.choice(["center", "left"])} }}
    .kicker, .subtitle {{ font-size: {sheet.size * rng.choice([1.15, 1.3, 1.5])}pt; font-weight: normal;
      text-align: center; line-height: 1.5; font-family: 'Noto Sans CJK SC' }}
    .by {{ text-align: {rng.choice(["center", "left", "right"])}; margin: .3em 0; text-indent: 0 }}
    figure {{ margin: .4em 0; break-inside: avoid }}
    figure div {{ background: #9ab; height: {rng.choice([50, 80, 120])}pt }}
    figcaption {{ font-size: {sheet.size * rng.choice([0.85, 0.9, 1])}pt; line-height: 1.35;
      font-family: 'Noto Sans CJK SC'; text-align: {rng.choice(["left", "center"])} }}
    .frame {{ border: .6pt solid #333; padding: 6pt }} .tint {{ background: #eee; padding: 6pt }}
    .rule {{ border-top: .6pt solid #555; padding-top: 5pt }}
    .side {{ display: flex; gap: {sheet.gutter}pt }} .side > .body {{ flex: 1 }}
    .vertical h1 {{ writing-mode: vertical-rl; }}
    .over {{ position: relative }} .over span {{ position: absolute; left: .4pt; top: .2pt; width: 100% }}
    .mast {{ font-size: 34pt; font-weight: bold; letter-spacing: .2em; line-height: 1.3 }}
    .dates {{ border-top: 1pt solid; border-bottom: 1pt solid; margin-bottom: 10pt; font-size: {sheet.size}pt }}
    .foot {{ margin-top: 10pt; font-size: {sheet.size * 0.9}pt; }}
    """
    parts = []
    if sheet.masthead:
        parts.append(
            f"<div class=mast>{sheet.paper}</div>"
            f"<div class=dates>{sheet.masthead}　国内统一连续出版物号 CN 14-0099</div>"
        )
    elif sheet.folio:
        parts.append(f"<div class=dates>{sheet.folio}　{sheet.paper}</div>")
    stories = "".join(_story(rng, sheet, story) for story in sheet.stories)
    parts.append(f"<div id=grid>{stories}</div>")
    if sheet.imprint:
        parts.append(f"<div class=foot>{sheet.imprint}</div>")
    return f"<!doctype html><meta charset=utf-8><style>{style}</style><div id=page>{''.join(parts)}</div>"


def _story(rng: random.Random, sheet: Sheet, story: Story) -> str:
    classes = [story.boxed] if story.boxed != "none" else ["rule"] if sheet.rules else []
    head = "".join(_head(story))
    byline = f"<div class=by>{escape(story.byline)}</div>" if story.byline else ""
    inner = "".join(_body(rng, sheet, story))
    columns = story.span
    if story.head == "above":
        content = f"{head}{byline}{_wide(story)}<div class=body style='column-count:{columns}'>{inner}</div>"
    elif story.head == "first column":
        content = f"<div class=body style='column-count:{columns}'>{head}{byline}{inner}</div>"
    else:
        classes.append("side" if story.head == "side" else "side vertical")
        one = (sheet.column_width + 0.0) if story.head == "side" else story.head_size * 1.3
        count = columns - 1
        content = (
            f"<div style='flex:0 0 {one}pt'>{head}{byline}</div>"
            f"<div class=body style='column-count:{count}'>{inner}</div>"
        )
    return f"<article class='{' '.join(classes)}' style='grid-column: span {columns}'>{content}</article>"


def _head(story: Story) -> Iterator[str]:
    if story.kicker:
        yield f"<div class=kicker>{escape(story.kicker)}</div>"
    lines = "<br>".join(map(escape, story.lines))
    doubled = f"<span aria-hidden=true>{lines}</span>" if story.overprint and story.head != "vertical" else ""
    over = "class=over" if doubled else ""
    style = f"font-size:{story.head_size}pt; letter-spacing:{story.spacing}em"
    yield f"<h1 {over} style='{style}'>{lines}{doubled}</h1>"
    if story.subtitle:
        yield f"<div class=subtitle>{escape(story.subtitle)}</div>"


def _figure(story: Story) -> str:
    return f"<figure><div></div><figcaption>{story.caption}{story.credit}</figcaption></figure>"


def _wide(story: Story) -> str:
    return _figure(story) if story.photo == "wide" else ""


def _body(rng: random.Random, sheet: Sheet, story: Story) -> Iterator[str]:
    opening = "　　" if sheet.indent == "spaces" else ""
    figure_at = rng.randrange(len(story.paragraphs) + 1) if story.photo == "column" else -1
    for at, paragraph in enumerate(story.paragraphs):
        if at == figure_at:
            yield _figure(story)
        jump = story.jump if at == len(story.paragraphs) - 1 else ""
        yield f"<p>{opening}{escape(paragraph)}{jump}</p>"
    if figure_at == len(story.paragraphs):
        yield _figure(story)
