"""The compose file for users."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def config(password: str) -> subprocess.CompletedProcess[str]:
    """Return what docker-compose makes of the file with a password in the environment."""
    environment = {**os.environ, "NEO4J_PASSWORD": password}
    return subprocess.run(
        ["docker-compose", "config"], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )


def test_the_compose_file_is_accepted() -> None:
    """Debian's docker-compose reads the file, and asks for the password that it needs."""
    if shutil.which("docker-compose") is None:
        pytest.skip("no docker-compose here: apt-get install docker-compose")
    assert config("long enough").returncode == 0
    refused = config("")
    assert refused.returncode != 0
    assert "NEO4J_PASSWORD" in refused.stderr
