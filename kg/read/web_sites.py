"""Names of papers, stations, sites and columns, as they stand beside articles and in title elements."""

from __future__ import annotations

import re
from functools import cache

from ontology import read_table

_EDITION = re.compile(r"(?:[—-]*(?:数字报(?:刊|纸)?|电子版|电子报|数字版|多媒体(?:数字)?报|数字报平台))+$")
SEPARATOR = re.compile(r"\s*(?:[_|｜–]|--+|(?<=\s)[-—](?=\s)|(?<![—-])[-](?![—-]))\s*")
"""What parts a title element's headline from the names of column and site."""

_ISSUE = re.compile(r"\d{4}\s*[年/-]\s*\d{1,2}|第?\s*[0-9A-Z]{1,3}\s*版|第\s*\d+\s*期")
_QUOTED = re.compile(r"《([^《》]{2,16}[报刊])》")


@cache
def _pattern(*uses: str) -> re.Pattern[str]:
    rows = read_table("web_sites")
    return re.compile("|".join(f"(?:{row['pattern']})" for row in rows if row["use"] in uses), re.IGNORECASE)


def is_site(text: str) -> bool:
    """Say whether a text is nothing but the name of a paper, a station, a site or whose site it is."""
    return bool(_pattern("medium", "site").fullmatch("".join(text.split())))


def is_medium(text: str) -> bool:
    """Say whether a text is the name of a paper, a station or a news site: somebody who publishes."""
    return bool(_pattern("medium").fullmatch("".join(text.split())))


def is_site_or_column(text: str) -> bool:
    """Say whether a text is the name of a site or of one of its columns."""
    return bool(_pattern("medium", "site", "column").fullmatch("".join(text.split())))


def publisher(name: str) -> str:
    """Return a site's name as its paper's: 青峦日报数字报 is 青峦日报."""
    return _EDITION.sub("", name) or name


def quoted_paper(text: str) -> str | None:
    """Return the paper that a line names in title marks: 《青峦日报》(2021年04月12日)."""
    found = _QUOTED.search(text)
    return found[1] if found else None


def site_of(title: str) -> str | None:
    """Return the name of the site that a title element begins or ends with, or is, if it names one."""
    marks = list(SEPARATOR.finditer(title))
    parts = [title[marks[-1].end() :], title[: marks[0].start()]] if marks else [title, *title.split()[:1]]
    names = [one.strip() for one in parts]
    return next((publisher(one) for one in names if is_site(one) and not is_generic(one)), None)


def is_generic(text: str) -> bool:
    """Say whether a text says only of what kind a site or an edition is (数字报, 客户端), not whose."""
    return bool(_pattern("generic").fullmatch("".join(text.split())))


def is_masthead(text: str) -> bool:
    """Say whether a text is a paper's name with the day of issue or the page: no headline of an article."""
    words = text.split()
    return len(words) > 1 and is_medium(words[0]) and bool(_ISSUE.search(text))
