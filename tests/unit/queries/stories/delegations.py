"""Delegations and visits: what the story adds, and ways to ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.unit.storyteller import Story

CASES: tuple[tuple[str, dict[str, str]], ...] = (("visits", {}),)


def tell(story: Story) -> None:
    """Add nothing: the fixture graph says enough."""
    assert story.nodes
