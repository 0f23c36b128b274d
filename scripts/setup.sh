#!/bin/sh
# Makes .venv with the project and, with "dev", its checks. Says in one line what is missing and what to do.
set -eu
cd "$(dirname "$0")/.."
extra="${1:-}"

python="${PYTHON:-}"
if [ -z "$python" ]; then
    for candidate in python3 python3.14 python3.13 python3.12 python3.11; do
        if command -v "$candidate" >/dev/null 2>&1 &&
            "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            python="$candidate"
            break
        fi
    done
fi
if [ -z "$python" ]; then
    echo "setup: no Python 3.11 or later on PATH: install one, or name it: make demo PYTHON=/path/to/python3" >&2
    exit 1
fi

if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    echo "setup: $python is no Python 3.11 or later: name another one: make demo PYTHON=/path/to/python3" >&2
    exit 1
fi

if [ ! -x .venv/bin/python ]; then
    if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
        echo "setup: $python has no venv module: run 'apt-get install python$version-venv' (Debian, Ubuntu) and try again" >&2
        exit 1
    fi
    "$python" -m venv .venv
fi

want=".[dev]"
[ "$extra" = "dev" ] || want="."
stamp=".venv/.ready-${extra:-run}"
if [ -f "$stamp" ] && [ -z "$(find pyproject.toml constraints.txt -newer "$stamp")" ]; then
    exit 0
fi

echo "setup: installing into .venv (a minute or two the first time)" >&2
log=.venv/setup.log
if ! .venv/bin/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt \
    --editable "$want" >"$log" 2>&1; then
    if grep -q "arcadedb" "$log" && grep -qi -e "no matching distribution" -e "could not find a version" "$log"; then
        echo "setup: no build of the embedded store (arcadedb-embedded) for this platform: it needs x86-64 or ARM Linux with glibc 2.34 or later, an ARM Mac, or 64-bit Windows; use such a machine or a Debian 12 container" >&2
    else
        echo "setup: installing failed: $(grep -i -m1 '^error' "$log" || tail -n 1 "$log") (all of it: $log)" >&2
    fi
    exit 1
fi
touch "$stamp"
[ "$extra" != "dev" ] || touch .venv/.ready-run
