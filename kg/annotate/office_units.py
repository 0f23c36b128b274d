"""Offices as written: the body, the post and where both stand; and chains of offices that the same people hold."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.body import kind_of
from kg.values import value

if TYPE_CHECKING:
    from kg.annotate.posts import Post
    from kg.mention import Mention


@value
class Unit:
    """An office as written at `[start, end)`; `how` says where its body comes from."""

    start: int
    end: int
    body: str
    post: str
    status: str
    entry: Post
    how: str
    body_start: int = -1
    body_end: int = -1
    kind: str = ""
    infix: tuple[int, int] | None = None
    """Where the holder's name stands between body and post (省委 裴振声 书记)."""
    owner: str = ""
    """The body that `body` is a part of, where the part was named alone (外交部 of 外交部新闻司)."""


@value
class Found:
    """A post in the text: where it and the words of status before it begin, where the office before it ended."""

    at: int
    start: int
    end: int
    post: Post
    status: str
    bound: int

    def unit(self, start: int, end: int, body: str, how: str, kind: str = "") -> Unit:
        """Return the office of the body at `[start, end)`."""
        kind = kind or kind_of(body)
        return Unit(start, self.end, body, self.post.text, self.status, self.post, how, start, end, kind)


@dataclass(slots=True)
class Chain:
    """Offices that stand in one run, and the people who share them."""

    units: list[Unit]
    persons: list[Mention] = field(default_factory=list)
    end: int = 0

    @property
    def start(self) -> int:
        """Return where its first office begins."""
        return self.units[0].start
