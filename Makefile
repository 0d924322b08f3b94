# Run `make` to see what there is. Everything runs in .venv, which is made when it is needed.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
YEAR ?= 2017
REPORT := build/uppfoljning-$(YEAR).html
STAMP := $(VENV)/.installed

.DEFAULT_GOAL := help
.PHONY: help report test check lint types floors format schemas catalogues docs bench fuzz coverage determinism clean

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(STAMP): pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev,lsp]'
	@touch $@

report: $(STAMP) ## Check Solna's strategy, list what is outdated, and write the follow-up for YEAR (2017)
	$(BIN)/vbe validate
	@# What is outdated is news here, not a failure: stale says so with exit code 1, or 3 when history is too short.
	$(BIN)/vbe stale || [ $$? -ne 2 ]
	$(BIN)/vbe report --year $(YEAR) -o $(REPORT)
	@echo "Rapporten: $(REPORT)"

test: $(STAMP) ## Run the tests
	$(BIN)/python -m pytest -n auto

check: lint types floors test ## Everything that must hold before a pull request

lint: $(STAMP) ## Style and likely mistakes
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: $(STAMP) ## Types
	$(BIN)/mypy

floors: $(STAMP) ## Who may import whom
	$(BIN)/lint-imports

format: $(STAMP) ## Lay out the code
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

schemas: $(STAMP) ## Write the JSON Schemas for editors from the records
	$(BIN)/python tools/generated.py schemas

docs: $(STAMP) ## Write docs/rules.md from the rules
	$(BIN)/python tools/generated.py docs

catalogues: $(STAMP) ## Gather the texts to translate, compile them, and list what has no Swedish yet
	$(BIN)/python tools/catalogues.py

clean: ## Delete what was made
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
