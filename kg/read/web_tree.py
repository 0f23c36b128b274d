"""HTML text to a tree, safely: nothing is fetched, no entity is expanded, nothing grows with the page's malice."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree, html

from kg.errors import InputError

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_DECLARATION = re.compile(r"<\?xml[^>]{0,500}\?>")
# A document type with declarations of its own: nothing in it is wanted, and its rest would stand in the text.
_DOCTYPE = re.compile(r"<!DOCTYPE[^>\[]{0,500}(?:\[[^\]]{0,100000}\]\s*)?>", re.IGNORECASE)
_EMBEDDED = re.compile(r"data:[\w/+.-]{1,60};base64,[A-Za-z0-9+/=%\s]+")
_LONG_TAG = re.compile(r"<([A-Za-z][\w:-]{0,40})\s[^<>]{20000,}>")
_TAG = re.compile(r"<[A-Za-z!]")
_WANTED = re.compile("enp|saved from", re.IGNORECASE)
_SCRIPT = re.compile("<(/)?script", re.IGNORECASE)
_MOST_COMMENTS = 200
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_MOST_TAGS = 50_000
_MOST_CHARACTERS = 3_000_000
_DEEPEST = 250


def parse_tree(text: str) -> HtmlElement:
    """Return the root of a page's tree; broken HTML is read as browsers read it.

    Raises:
        InputError: there is nothing in it, or far more than a page of news has; the message has no file name.
    """
    text = _EMBEDDED.sub("", text) if "base64" in text else text
    if len(text) > _MOST_CHARACTERS:
        raise InputError(f"has more than {_MOST_CHARACTERS:,} characters, no page of news: cut it to its article")
    text = _DECLARATION.sub("", _DOCTYPE.sub("", text, count=1), count=1)
    text = _without_comments(text)
    text = _CONTROL.sub(" ", _LONG_TAG.sub(r"<\1>", text))
    if sum(1 for _ in _TAG.finditer(text)) > _MOST_TAGS:
        raise InputError(f"has more than {_MOST_TAGS:,} elements, no page of news: cut it to its article")
    if not text.strip():
        raise InputError("is empty: give a page with text")
    parser = html.HTMLParser(recover=True, no_network=True, huge_tree=False, remove_pis=True)  # type: ignore[no-untyped-call]
    try:
        root: HtmlElement = html.document_fromstring(text, parser=parser, ensure_head_body=True)  # type: ignore[no-untyped-call]
    except (etree.LxmlError, AssertionError, ValueError) as error:
        raise InputError("is no HTML that can be read: save the page again, or its text") from error
    _check_depth(root)
    return root


def _without_comments(text: str) -> str:
    """Return a page's text without its comments, but for those that e-papers and browsers write."""
    parts: list[str] = []
    kept = at = 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start + 4)) >= 0:
        comment = text[start : end + 3]
        script = _SCRIPT.search(comment)
        if script is not None and script[1]:  # it began within a script, where it is none
            parts.append(text[at : start + 4])
            at = start + 4
            continue
        wanted = kept < _MOST_COMMENTS and _WANTED.search(comment) is not None
        kept += wanted
        parts += [text[at:start], comment if wanted else ""]
        at = end + 3
    return "".join([*parts, text[at:]]) if parts else text


def _check_depth(root: HtmlElement) -> None:
    depth = deepest = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    if deepest > _DEEPEST:
        raise InputError(f"nests more than {_DEEPEST} elements, no page of news: save its text")
