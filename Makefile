# make check: notelint on this repository's own notes. make test: the tests. Each is all that is needed
# in a fresh clone; both make .venv when it is missing or older than pyproject.toml.

PYTHON ?= $(shell for name in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	"$$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$name" && break; done)
BIN := .venv/bin
PIP := $(PYTHON) -m pip --python $(BIN)/python install --quiet --disable-pip-version-check

.PHONY: check test quick lint docs bench clean

check: .venv/installed
	$(BIN)/notelint check content/

test: .venv/installed-dev
	$(BIN)/python -m pytest -n auto

quick: .venv/installed-dev
	$(BIN)/python -m pytest -n auto -m "not slow"

lint: .venv/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

docs: .venv/installed-dev
	$(BIN)/python scripts/make_docs.py
	$(BIN)/python scripts/make_schemas.py

bench: .venv/installed-dev
	$(BIN)/python -m benchmarks $(BENCH)

clean:
	rm -rf .venv build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis

.venv/installed: pyproject.toml
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed" >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv 2>/dev/null || $(PYTHON) -m venv --clear --without-pip .venv
	$(PIP) --editable .
	@touch $@

.venv/installed-dev: .venv/installed
	$(PIP) --editable '.[dev]'
	@touch $@
