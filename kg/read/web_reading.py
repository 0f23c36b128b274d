"""The door to trafilatura: its reading of a page's text, a second opinion beside our own."""

from __future__ import annotations

import logging
from copy import deepcopy
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from configparser import ConfigParser

    from lxml.html import HtmlElement

_MOST_ELEMENTS = 6000


@cache
def _config() -> ConfigParser:
    """Return settings under which a text of one sentence is a text: official news is often that short."""
    from trafilatura.settings import DEFAULT_CONFIG  # noqa: PLC0415 - loaded when the first web page comes

    config = deepcopy(DEFAULT_CONFIG)
    for name in ("MIN_EXTRACTED_SIZE", "MIN_OUTPUT_SIZE", "MIN_EXTRACTED_COMM_SIZE", "MIN_OUTPUT_COMM_SIZE"):
        config.set("DEFAULT", name, "10")
    config.set("DEFAULT", "EXTRACTION_TIMEOUT", "0")
    return config


def told_lines(root: HtmlElement, elements: int) -> frozenset[str]:
    """Return the lines that trafilatura takes for the page's text, without white space; none of a huge page."""
    if elements > _MOST_ELEMENTS:
        return frozenset()
    from trafilatura import bare_extraction  # noqa: PLC0415 - see above

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        found = bare_extraction(
            deepcopy(root),
            fast=True,
            favor_recall=True,
            include_comments=False,
            include_tables=True,
            with_metadata=False,
            deduplicate=False,
            config=_config(),
        )
    except Exception:  # noqa: BLE001 - a third-party door: whatever goes wrong in it, our own reading stands
        return frozenset()
    text = getattr(found, "text", None) or ""
    return frozenset(bare for line in text.split("\n") if (bare := "".join(line.split())))
