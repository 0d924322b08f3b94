# Run `make` to see what there is. Everything runs in .venv, which is made when it is needed.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
YEAR ?= 2017
REPORT := build/uppfoljning-$(YEAR).html
STAMP := $(VENV)/.installed
CATALOGUES := vbe/locale/sv/LC_MESSAGES/vbe.mo vbe/locale/en/LC_MESSAGES/documents.mo

.DEFAULT_GOAL := help
.PHONY: help report test test-long costs quick doubling check lint types floors format schemas catalogues docs bench fuzz coverage determinism past mutants lock clean

help: ## Visa den här listan
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(STAMP): pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev,lsp]'
	@touch $@

# The texts as the program reads them; compiled when the package is installed, and again when a translation has changed.
%.mo: %.po | $(STAMP)
	$(BIN)/python tools/catalogues.py --compile

report: $(STAMP) $(CATALOGUES) ## Kontrollera Solnas strategi, visa vad som är inaktuellt, skriv uppföljningen för YEAR (2017)
	$(BIN)/vbe validate
	@# What is outdated is news here, not a failure: stale says so with exit code 1, or 3 when history is too short.
	$(BIN)/vbe stale --as-of 2018-02-19 || [ $$? -ne 2 ]
	$(BIN)/vbe report --year $(YEAR) -o $(REPORT)
	@echo "Rapporten: $(REPORT)"

test: $(STAMP) $(CATALOGUES) ## Kör de korta testerna, på ett par minuter
	$(BIN)/python -m pytest -n auto -m "not doubling and not long"

test-long: $(STAMP) $(CATALOGUES) ## Kör de långa testerna: webbläsare, utskrifter, riktiga processer och git
	$(BIN)/python -m pytest -n auto -m long

costs: $(STAMP) $(CATALOGUES) ## Kör alla tester och skriv tests/long.txt av hur lång tid de tog
	$(BIN)/python -m pytest -n auto -vv --durations=0 | $(BIN)/python -m tests.costs

quick: $(STAMP) $(CATALOGUES) ## Kör testerna av regler, klockor, ändringar och domän
	$(BIN)/python -m pytest -q -n auto -m "not doubling and not long" tests/rules tests/freshness tests/git/test_clock.py tests/changes tests/domain

doubling: $(STAMP) $(CATALOGUES) ## Pröva att dubbelt så mycket text tar högst två och en halv gånger så lång tid
	$(BIN)/python -m pytest -q -m doubling tests/hostile/test_doubling.py

check: lint types floors test test-long ## Allt som ska hålla före ett ändringsförslag

lint: $(STAMP) ## Stil och troliga misstag
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: $(STAMP) ## Typer
	$(BIN)/mypy

floors: $(STAMP) ## Vilken modul som får använda vilken
	$(BIN)/lint-imports

format: $(STAMP) ## Ställ upp koden
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

# Both are in Swedish, so what has no Swedish yet is named first, and nothing is written.
schemas: catalogues ## Skriv JSON-scheman för redigerare ur posterna
	$(BIN)/python tools/generated.py schemas

docs: catalogues ## Skriv docs/rules.md ur reglerna
	$(BIN)/python tools/generated.py docs

catalogues: $(STAMP) ## Samla texterna att översätta, och visa vad som saknar svenska
	$(BIN)/python tools/catalogues.py

bench: $(STAMP) ## Mät mot andra verktyg och skriv en tabell (BENCH=--national, BENCH=--quick)
	$(BIN)/python bench/run.py $(BENCH) -o build/benchmarks.md

fuzz: $(STAMP) ## Leta länge efter texter och förråd som får något att gå sönder
	$(BIN)/python -m pytest -n auto --hypothesis-profile fuzz tests/fuzz tests/changes tests/documents tests/privacy tests/editing tests/editing_fmt

coverage: $(STAMP) ## Rader och grenar i vbe/ som testerna når
	rm -rf build/coverage && mkdir -p build/coverage
	$(BIN)/python -m coverage run -m pytest -q -n auto
	$(BIN)/python -m coverage combine -q
	$(BIN)/python -m coverage report

determinism: $(STAMP) ## Kör testerna i annan tidszon, språkmiljö, mapp och med annan umask
	root="$$PWD" && cd / && umask 077 && TZ=Pacific/Kiritimati LC_ALL=C PYTHONHASHSEED=4242 \
	  "$$root/$(BIN)/python" -m pytest -n auto -c "$$root/pyproject.toml" --rootdir "$$root" "$$root/tests"

past: $(STAMP) ## Läs varje version av förrådet som det finns med alla kommandon som läser det förflutna
	VBE_PAST=1 $(BIN)/python -m pytest -q -n auto tests/upgrade/test_past.py

mutants: $(STAMP) ## Ändra regler och klockor lite och räkna vad testerna ser (MUTANTS=200)
	$(BIN)/python tools/mutants.py $(MUTANTS)

lock: $(STAMP) ## Skriv requirements.txt: det som installeras i CI, varje fil med sin hash
	$(BIN)/python -m pip install --quiet --disable-pip-version-check 'uv>=0.13,<1'
	$(BIN)/python tools/lock.py

clean: ## Ta bort det som har gjorts
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
