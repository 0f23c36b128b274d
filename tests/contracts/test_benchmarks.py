"""The benchmarks follow the code that they measure."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import ModuleType

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"


def load(name: str) -> ModuleType:
    """Return a benchmark's script as a module, without running it."""
    spec = importlib.util.spec_from_file_location(f"benchmark_{name}", BENCHMARKS / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_stage_that_is_timed_is_one_of_the_flow() -> None:
    """Where a stage is renamed or moved, its time must not drop out of the table."""
    extraction = load("extraction")
    for module, names in extraction.STAGES.items():
        for name in names:
            owner, function = extraction.stage(module, name)
            assert callable(getattr(owner, function)), f"{module}: {name}"


def test_confidence_is_judged_as_the_evaluation_pairs_facts() -> None:
    """A right fact, a wrong one, and one that gold leaves open, which counts neither way."""
    judge = load("calibration").judge
    office = {"type": "tenure", "organization": "临汾市教育局", "post": "局长"}
    gold = [office | {"person": ["裴振声", "裴 振声"]}, office | {"person": "景太初", "optional": True}]
    found = [
        office | {"person": name, "confidence": sure} for name, sure in (("裴振声", 0.9), ("景太初", 0.8), ("某", 0.7))
    ]
    assert [(one.confidence, one.right) for one in judge(gold, found)] == [(0.9, True), (0.7, False)]


def test_a_curve_says_how_far_confidence_is_off() -> None:
    """Ten facts at 0.9 of which nine are right: the bin says so, and the error is none."""
    calibration = load("calibration")
    *bins, error = calibration.curve([calibration.Judged("tie", 0.9, n > 0) for n in range(10)])
    assert len(bins) == 1
    assert "10 facts, said 0.900, right 0.900" in bins[0]
    assert "error 0.000; at 0.90 or more: 10 facts, 9 right" in error
