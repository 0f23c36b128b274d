"""Web pages saved with all their parts in one file (MHTML): the part that is the page."""

from __future__ import annotations

import re
from email import policy
from email.parser import BytesParser
from typing import TYPE_CHECKING, NamedTuple

from kg.errors import InputError
from kg.read.web_charset import web_text

if TYPE_CHECKING:
    from email.message import Message

_HEADER = re.compile(rb"\s*(?:[A-Za-z][\w-]{1,40}:[^\n]{0,2000}\n(?:[ \t][^\n]{0,2000}\n){0,20}){1,40}")
_NEEDED = re.compile(
    rb"^(?:MIME-Version|Content-Type|Snapshot-Content-Location|Content-Location)\s*:", re.IGNORECASE | re.MULTILINE
)
_LARGEST = 100_000_000


class SavedPage(NamedTuple):
    """The page of a saved file, and the address that it was saved from."""

    text: str
    url: str | None


def saved_page(data: bytes) -> SavedPage | None:
    """Return the page in a MHTML file; None if the bytes are none.

    Raises:
        InputError: it is a MHTML file without a web page in it, or broken; the message has no file name.
    """
    head = data[:200].lstrip()[:1]
    if head == b"<" or data.startswith(b"HTTP/") or len(data) > _LARGEST:
        return None
    found = _HEADER.match(data.removeprefix(b"\xef\xbb\xbf"), 0)
    if found is None or len(_NEEDED.findall(found.group())) < 2:  # noqa: PLR2004 - one alone may be a text's line
        return None
    try:
        message = BytesParser(policy=policy.compat32).parsebytes(data)
        part = _page_part(message)
        payload = part.get_payload(decode=True) if part is not None else None
    except (RecursionError, ValueError, LookupError, TypeError, AttributeError) as error:
        raise InputError("is a saved page (MHTML) that is broken: save it again") from error
    if part is None or not isinstance(payload, bytes) or not payload.strip():
        raise InputError("is a saved page (MHTML) without a web page in it: save it again")
    address = message.get("Snapshot-Content-Location") or part.get("Content-Location")
    return SavedPage(_text(part, payload), str(address).strip() if address else None)


def _page_part(message: Message[str, str]) -> Message[str, str] | None:
    """Return the part that the file names as its page, else the first web page in it."""
    pages = [part for part in message.walk() if part.get_content_type() in {"text/html", "application/xhtml+xml"}]
    start = str(message.get_param("start") or "").strip()
    return next(
        (part for part in pages if start and part.get("Content-ID", "").strip() == start), pages[0] if pages else None
    )


def _text(part: Message[str, str], payload: bytes) -> str:
    charset = part.get_param("charset")
    if isinstance(charset, str) and re.fullmatch(r"[\w.:-]{2,20}", charset):
        header = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset={charset}\r\n\r\n".encode()
        return web_text(header + payload)
    return web_text(payload)
