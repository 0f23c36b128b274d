"""Ctrl-C and a request to end, while the embedded store is at work: the process ends, and leaves nothing behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.integration.servers import ROOT

pytestmark = pytest.mark.integration

ENDLESS = (
    "UNWIND range(1, 9000) AS a UNWIND range(1, 9000) AS b UNWIND range(1, 9000) AS c WITH a + b + c AS d WHERE d < 0 "
    "RETURN count(d)"
)


def start(graph: Path, temporary: Path) -> subprocess.Popen[str]:
    """Start to ask what is never answered, and return when Java runs."""
    command = [sys.executable, "-m", "kg", "cypher", ENDLESS, "--graph", str(graph)]
    environment = {**os.environ, "TMPDIR": str(temporary), "PYTHONPATH": str(ROOT)}
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    process = subprocess.Popen(command, cwd=temporary, env=environment, **pipes)
    deadline = time.monotonic() + 60
    while "libjvm" not in Path(f"/proc/{process.pid}/maps").read_text(encoding="utf-8"):
        assert time.monotonic() < deadline
        assert process.poll() is None
        time.sleep(0.05)
    return process


@pytest.mark.parametrize(("how", "wait"), [(signal.SIGINT, 3.0), (signal.SIGTERM, 3.0), (signal.SIGTERM, 0.1)])
def test_a_question_without_end_is_ended(
    examples_graph: Path, tmp_path: Path, how: signal.Signals, wait: float
) -> None:
    """Told while Java starts or while the store computes, it ends within seconds, without a word or a file."""
    process = start(examples_graph, tmp_path)
    time.sleep(wait)
    assert process.poll() is None
    process.send_signal(how)
    out, err = process.communicate(timeout=20)
    assert (process.returncode, out, err) == (128 + how, "", "")
    assert list(tmp_path.iterdir()) == []
