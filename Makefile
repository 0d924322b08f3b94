# Run `make` to see what there is. Everything runs in .venv, which is made when it is needed.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
YEAR ?= 2017
REPORT := build/uppfoljning-$(YEAR).html
STAMP := $(VENV)/.installed

.DEFAULT_GOAL := help
.PHONY: help report test check lint types floors format schemas catalogues docs bench fuzz coverage determinism mutants clean

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

bench: $(STAMP) ## Measure against the peers and print one table (BENCH=--national, BENCH=--quick)
	$(BIN)/python bench/run.py $(BENCH) -o build/benchmarks.md

fuzz: $(STAMP) ## Look long for texts and repositories that break something
	$(BIN)/python -m pytest -n auto --hypothesis-profile fuzz tests/fuzz tests/changes tests/documents tests/privacy tests/editing tests/editing_fmt

coverage: $(STAMP) ## Lines and branches of vbe/ that the tests reach
	rm -rf build/coverage && mkdir -p build/coverage
	$(BIN)/python -m coverage run -m pytest -q
	$(BIN)/python -m coverage combine -q
	$(BIN)/python -m coverage report

determinism: $(STAMP) ## Run the tests in another time zone, locale, hash seed, umask and folder
	root="$$PWD" && cd / && umask 077 && TZ=Pacific/Kiritimati LC_ALL=C PYTHONHASHSEED=4242 \
	  "$$root/$(BIN)/python" -m pytest -n auto -c "$$root/pyproject.toml" --rootdir "$$root" "$$root/tests"

mutants: $(STAMP) ## Change the rules and the clocks in small ways and count what the tests see (MUTANTS=200)
	$(BIN)/python tools/mutants.py $(MUTANTS)

clean: ## Delete what was made
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
