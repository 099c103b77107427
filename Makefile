# Everything that is done with a checkout. `make setup` first; every other target does it when it was not done yet.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
SOURCES := alertd tests tools
SHOTS ?= var/screenshots

.PHONY: setup run test bench fuzz torture screenshots check format format-check lint types imports lock clean

## Take a fresh clone on a fresh machine to a working .venv/bin/alertd.
setup: $(READY)

# Quick when nothing changed: the stamp is as old as the last complete installation of what is locked.
$(READY): pyproject.toml requirements-dev.lock tools/system_packages.sh
	tools/system_packages.sh
	@$(PYTHON) -c 'import sys; sys.exit("alertd needs Python 3.11 or later; say which: make PYTHON=…" if sys.version_info < (3, 11) else 0)'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile --require-hashes --requirement requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	$(BIN)/python -m compileall -q -j 0 $(VENV)/lib alertd  # on every core, where pip compiles on one
	@touch $@

## The whole service on this machine with simulated phones, in a browser.
run: setup
	$(BIN)/alertd drill

## All tests, on every core.
test: setup
	$(BIN)/pytest --numprocesses auto

## The measured figures, one a line: name value unit. WHAT='reading start' measures only those.
bench: setup
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --editable '.[bench]'
	$(BIN)/python -m tools.bench $(WHAT)

## A picture of every page of a running drill, at a desk's width and at a telephone's.
screenshots: setup
	$(BIN)/python -m tools.screenshots $(SHOTS)

## Kill, freeze and cut off the daemon for minutes, and count what it loses: docs/torture.md. WHAT='line clock' runs only those.
torture: setup
	$(BIN)/python -m tools.torture $(WHAT)

## Look for what breaks reading: steep patterns, damaged documents, then ten minutes of coverage-guided input. FUZZ_SECONDS=… for each half.
FUZZ_SECONDS ?= 300
fuzz: setup
	$(BIN)/python -m tools.fuzz.patterns
	$(BIN)/pytest --hypothesis-profile=long tests/reading/test_accounts.py
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --editable '.[fuzz]'
	$(BIN)/python -m tools.fuzz.coverage files $(FUZZ_SECONDS)
	$(BIN)/python -m tools.fuzz.coverage replies $(FUZZ_SECONDS)

## Everything that a commit must pass.
check: format-check lint types imports test

format: setup
	$(BIN)/ruff format $(SOURCES)
	$(BIN)/ruff check --fix $(SOURCES)

format-check: setup
	$(BIN)/ruff format --check $(SOURCES)

lint: setup
	$(BIN)/ruff check $(SOURCES)

types: setup
	$(BIN)/mypy $(SOURCES)

imports: setup
	$(BIN)/lint-imports

## Write the lock files anew from pyproject.toml (docs/decisions/0007). Set UPGRADE=--upgrade to take newer versions.
COMPILE := CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/pip-compile --quiet --generate-hashes --strip-extras --allow-unsafe \
	--no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-emit-options $(UPGRADE)
lock: setup
	$(COMPILE) --output-file requirements.lock pyproject.toml
	$(COMPILE) --extra dev --constraint requirements.lock --output-file requirements-dev.lock pyproject.toml

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
