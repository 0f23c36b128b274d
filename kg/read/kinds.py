"""What kind of input a file is: by its suffix, and by its first bytes where these know better."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Literal, TypeAlias

Kind: TypeAlias = Literal["text", "objects", "pdf", "html"]

SUFFIXES: dict[str, Kind] = {
    ".txt": "text",
    ".json": "objects",
    ".jsonl": "objects",
    ".pdf": "pdf",
    **dict.fromkeys((".html", ".htm", ".xhtml", ".shtml", ".mhtml", ".mht"), "html"),
}
"""What is read, by suffix in small letters."""
HEAD = 1024
"""How many first bytes tell what a file is."""

_PDF = re.compile(rb"%PDF-\d")
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)[\s>]", re.IGNORECASE | re.DOTALL
)
_BOM = b"\xef\xbb\xbf"


def find_kind(name: str) -> Kind | None:
    """Return the kind that a name's suffix says, if it says one."""
    return SUFFIXES.get(PurePath(name).suffix.lower())


def sniffed(head: bytes) -> Kind | None:
    """Return the kind that first bytes prove: a PDF or a web page; nothing is proved of text and of objects."""
    if _PDF.search(head[:HEAD]):
        return "pdf"
    return "html" if _HTML.match(head.removeprefix(_BOM)) else None
