"""Columns that several answers have, under one name and one meaning each; and short ways to write one."""

from __future__ import annotations

from queries.question import Column, Kind


def text(name: str, zh: str, en: str) -> Column:
    """Return a column of texts."""
    return Column(name, Kind.TEXT, zh, en)


def day(name: str, zh: str, en: str) -> Column:
    """Return a column of days."""
    return Column(name, Kind.DATE, zh, en)


def texts(name: str, zh: str, en: str) -> Column:
    """Return a column of sorted lists of texts."""
    return Column(name, Kind.LIST, zh, en)


def count(name: str, zh: str, en: str) -> Column:
    """Return a column of whole numbers."""
    return Column(name, Kind.INTEGER, zh, en)


def number(name: str, zh: str, en: str) -> Column:
    """Return a column of numbers."""
    return Column(name, Kind.NUMBER, zh, en)


CONFIDENCE = number("confidence", "置信度", "How sure the extraction is, 0 to 1.")
ARTICLES = count("articles", "文章数", "How many articles say it.")
TAIL = (CONFIDENCE, ARTICLES)
"""At the end of every answer about facts."""

PERSON = text("person", "人物", "The person.")
PERSON_ID = text("person_id", "人物编号", "The person's id.")
OFFICE = text("office", "职位", "The office: the body and the post.")
OFFICE_ID = text("office_id", "职位编号", "The office's id.")
BODY = text("body", "机构", "The organisation.")
BODY_ID = text("body_id", "机构编号", "The organisation's id.")
MODALITY = text("modality", "情态", "actual, planned, reported or denied.")
POST = text("post", "职务", "The function.")
STATUSES = texts("statuses", "状态", "What the passages say: holds, appointed, removed …")
PLACES = texts("places", "地方", "Where the organisation is.")
PROGRAMME = text("programme", "项目", "The programme.")
PROGRAMME_ID = text("programme_id", "项目编号", "The programme's id.")
HEADLINE = text("headline", "标题", "The article's headline.")
SOURCE = text("source", "来源", "The paper.")
BYLINES = texts("bylines", "署名", "Who wrote it, as printed.")
PUBLISHED = text("date", "日期", "The day of publication.")
ARTICLE_ID = text("article_id", "文章编号", "The article's id.")

FIRST_SEEN = day("first_seen", "最早见报", "The first day on which the office is proven to be held.")
LAST_SEEN = day("last_seen", "最近见报", "The last such day.")
SEEN = (FIRST_SEEN, LAST_SEEN)
TOGETHER = (
    day("since", "最早同任", "The first day on which both are proven."),
    day("until", "最近同任", "The last day on which both are proven, or lie between proven days."),
)
BOUNDS = (
    day("earliest_begin", "最早可能到任", "The tenure did not begin before."),
    day("latest_begin", "最晚到任", "The tenure began by this day."),
    day("earliest_end", "最早可能离任", "The tenure did not end before."),
    day("latest_end", "最晚离任", "The tenure ended by this day."),
)
ANSWER = (
    text("answer", "结论", "yes, no or unknown; empty without a day."),
    text("basis", "根据", "attested (a passage of that day), between (two such days), bounded (by a begin or an end)."),
)
WHEN = (
    text("date", "日期", "The day, month or year, as far as the text determines it."),
    text("until", "截止", "The end, as far as the text determines it."),
)
