"""Views in memory: bounded, connected, the same each time."""

from __future__ import annotations

from kg.assemble.views import PROOF, core_view, ego_view, to_networkx
from tests.unit.fixture_rows import HE, LINKS, NODES, TALKS


def test_the_world_comes_without_its_proof() -> None:
    """Passages, articles, sources and rejections are left out unless asked for."""
    world = to_networkx(NODES, LINKS)
    assert not {data["label"] for _, data in world.nodes(data=True)} & PROOF
    assert world.nodes[HE]["name"] == "贺清禾"
    assert len(to_networkx(NODES, LINKS, proof=True)) == len(NODES)


def test_what_surrounds_a_node_is_bounded_and_hangs_together() -> None:
    """The nearest first; never more than asked; everything in it leads to the node."""
    world = to_networkx(NODES, LINKS)
    view = ego_view(world, HE, 6)
    assert HE in view
    assert len(view) <= 6
    assert set(view) == set(ego_view(world, HE, 6))
    assert TALKS in ego_view(world, HE, 100)


def test_the_core_is_the_densest_part() -> None:
    """Nodes of a higher core come before those of a lower one."""
    world = to_networkx(NODES, LINKS)
    assert len(core_view(world, 5)) == 5
    assert set(core_view(world, 5)) <= set(core_view(world, 10))
