#!/bin/sh
# Every benchmark; each prints ratios against a named baseline from the same run.
set -eu
for file in benchmarks/*.py; do
    echo "== $file"
    .venv/bin/python "$file"
done
