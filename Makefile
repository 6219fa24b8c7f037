# The house of lexparse: `make` alone is the whole check, `make help` lists the rest.
# `command -v` with `||` needs a shell, so make does not look for a program of that name.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
MADE := $(VENV)/.made
BASE ?= main
PIP := $(BIN)/python -m pip --disable-pip-version-check

.DEFAULT_GOAL := check
.DELETE_ON_ERROR:
.PHONY: check check-static setup run test format lint types arrows words docs fix evaluate \
	bench report golden figures picture wheel lock clean help

check: check-static test ## everything: format, lint, types, arrows, words, tests

check-static: format lint types arrows words ## the check without the tests

setup: $(MADE) ## make .venv from the lock; quick when nothing changed
	@:

$(MADE): requirements-dev.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("lexparse needs Python 3.11 or newer")'
	@echo "Making $(VENV) (a minute or two the first time) ..."
	@$(PYTHON) -m venv $(VENV)
	@$(PIP) install --quiet --no-deps --requirement requirements-dev.lock
	@$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

run: setup ## the bundled acts: who must do what by when
	@$(BIN)/lexparse tasks corpora --records out/records

test: setup ## all tests
	$(BIN)/python -m pytest

format: setup ## are the sources formatted
	$(BIN)/ruff format --check .

lint: setup ## every rule of ruff but the exceptions in pyproject.toml
	$(BIN)/ruff check .

types: setup ## mypy, strict
	$(BIN)/mypy

arrows: setup ## do imports point one way
	$(BIN)/lint-imports --no-cache

words: setup ## spelling, and docs held to the code
	$(BIN)/codespell
	$(BIN)/python -m pytest -q tests/test_docs.py tests/test_house.py

docs: setup ## write the rules and the families of commands into docs/
	$(BIN)/python tools/rules_page.py docs/rules.md
	$(BIN)/python tools/families_page.py docs/amendments.md

fix: setup ## format the sources and mend what ruff can mend
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

evaluate: setup ## precision, recall and F1 over the annotated acts
	$(BIN)/lexparse evaluate corpora

bench: setup ## milliseconds, memory and import time
	$(BIN)/python -m benchmarks
	$(BIN)/python -m benchmarks.compare
	$(BIN)/python -m benchmarks.apply
	$(BIN)/python -m benchmarks.hostile

report: setup ## records gained and lost since BASE=main, act by act
	@$(BIN)/python corpora/report.py $(BASE)

golden: setup ## write the golden outlines anew, on purpose
	$(BIN)/python -m tests.test_golden

figures: setup ## record today's figures: tests keep them from falling
	$(BIN)/python corpora/figures.py

picture: setup ## draw the README's picture anew
	$(BIN)/python tools/picture.py docs/tasks.svg

wheel: setup ## build the wheel into dist/
	$(PIP) wheel --quiet --no-deps --no-build-isolation --wheel-dir dist .

# Exact pins out of a clean environment; runtime first, then what the checks need.
lock: ## resolve the newest versions that pyproject.toml allows
	rm -rf build/lock
	$(PYTHON) -m venv build/lock
	build/lock/bin/pip install --quiet --upgrade pip setuptools
	build/lock/bin/pip install --quiet .
	build/lock/bin/pip freeze --all --exclude pip --exclude lexparse > requirements.lock
	build/lock/bin/pip install --quiet --group dev
	build/lock/bin/pip freeze --all --exclude pip --exclude lexparse > requirements-dev.lock
	rm -rf build/lock

clean: ## remove everything that was made
	rm -rf $(VENV) build dist out .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
