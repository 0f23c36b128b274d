PYTHON ?= python3
BIN = .venv/bin

.PHONY: demo test bench
