"""What kind of input a file is: by its suffix, and by its first bytes where these know better."""

from __future__ import annotations

import re
from os.path import splitext
from typing import Literal, TypeAlias

from kg.errors import InputError

Kind: TypeAlias = Literal["text", "objects", "pdf", "html"]
Packing: TypeAlias = Literal["gz", "zst", "zip", "tar"]

SUFFIXES: dict[str, Kind] = {
    ".txt": "text",
    **dict.fromkeys((".json", ".jsonl", ".ndjson"), "objects"),
    ".pdf": "pdf",
    **dict.fromkeys((".html", ".htm", ".xhtml", ".shtml", ".mhtml", ".mht"), "html"),
}
"""What is read, by suffix in small letters."""
PACKED: dict[str, Packing] = {".gz": "gz", ".tgz": "gz", ".zst": "zst", ".zip": "zip", ".tar": "tar"}
"""What is unpacked, by suffix in small letters."""
OTHER_ARCHIVES = frozenset({".rar", ".7z", ".bz2", ".xz", ".lz4", ".cab", ".iso"})
READ = ".txt, .pdf, .html, .json or .jsonl, or a .zip, .tar, .gz or .zst of them"
"""What to give, for messages."""
HEAD = 1024
"""How many first bytes tell what a file is."""

_PDF = re.compile(rb"%PDF-\d")
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)[\s>]", re.IGNORECASE | re.DOTALL
)
_SAVED = re.compile(
    rb"HTTP/\d[.\d]* \d{3}\b|(?:[A-Z][\w-]*: [^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*)*MIME-Version: 1", re.ASCII
)
_BOM = b"\xef\xbb\xbf"
_MAGIC: dict[bytes, Packing] = {
    b"\x1f\x8b": "gz",
    b"\x28\xb5\x2f\xfd": "zst",
    b"PK\x03\x04": "zip",
    b"PK\x05\x06": "zip",
}
_TAR_AT = 257


def find_kind(name: str) -> Kind | None:
    """Return the kind that a name's suffix says, if it says one; `a.txt.gz` is packed text."""
    return SUFFIXES.get(suffix_of(unpacked_name(name)))


def suffix_of(name: str) -> str:
    """Return a name's suffix in small letters, with its dot; nothing, if it has none."""
    suffix = splitext(name)[1]  # noqa: PTH122 - of ten thousand names, a path for each costs more than it tells
    return suffix.lower() if len(suffix) > 1 else ""


def is_read(name: str) -> bool:
    """Say whether a file's name alone promises something to read."""
    return suffix_of(name) in PACKED or find_kind(name) is not None


def unpacked_name(name: str) -> str:
    """Return the name of what a compressed file holds: `a.jsonl` of `a.jsonl.gz`, `a.tar` of `a.tgz`."""
    match suffix_of(name):
        case ".tgz":
            return f"{name[: -len('.tgz')]}.tar"
        case ".gz" | ".zst" as suffix:
            return name[: -len(suffix)]
    return name


def sniffed(head: bytes) -> Kind | None:
    """Return the kind that first bytes prove: a PDF or a web page; nothing is proved of text and of objects."""
    if _PDF.search(head[:HEAD]):
        return "pdf"
    start = head.removeprefix(_BOM)
    return "html" if _HTML.match(start) or _SAVED.match(start) else None


def find_packing(head: bytes, name: str) -> Packing | None:
    """Return how a file is packed, by its first bytes.

    Raises:
        InputError: its name says that it is packed, and its bytes do not; the message has no file name.
    """
    for magic, packing in _MAGIC.items():
        if head.startswith(magic):
            return packing
    if head[_TAR_AT : _TAR_AT + 5] == b"ustar":
        return "tar"
    suffix = suffix_of(name)
    said = PACKED.get(suffix)
    if said and head:
        raise InputError(f"is called {suffix} but does not begin as one: is it damaged?")
    return None
