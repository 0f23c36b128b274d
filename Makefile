# Two commands do everything: `make demo` and `make test`. Both set up .venv first.
BIN := .venv/bin
DEMO ?= build/demo
PYTHON ?=
export PYTHON

.PHONY: demo test bench docs clean

demo:
	@sh scripts/setup.sh
	@sh scripts/demo.sh $(DEMO)

test:
	@sh scripts/setup.sh dev
	@sh scripts/system.sh
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/pytest

bench:
	@sh scripts/setup.sh dev
	@sh scripts/bench.sh

docs:
	@sh scripts/setup.sh dev
	@$(BIN)/python docs/generate.py
	@$(BIN)/python docs/session.py

clean:
	@rm -rf build .venv *.egg-info
