# Nodig: make en python3 (3.11 of nieuwer, met venv). De rest halen deze doelen zelf.
PYTHON ?= python3
export PYTHON
BIN := .venv/bin
READY_TO_RUN := .venv/ready-to-run
READY_TO_TEST := .venv/ready-to-test
READY_TO_BENCH := .venv/ready-to-bench
DEMO := overvecht soesterkwartier
DEMO_FILE := wijkprofiel-utrecht-overvecht-2020

.DEFAULT_GOAL := help
.PHONY: help setup demo build check fix test country bench lock clean

help: ## toon deze lijst
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(firstword $(MAKEFILE_LIST)) | expand -t 10

setup: $(READY_TO_TEST) ## maak alles klaar om te ontwikkelen: .venv met vastgelegde pakketten

demo: $(READY_TO_RUN) ## maak twee voorbeeldprofielen in de map profielen
	@echo 'Twee profielen maken, met de cijfers die meekomen en zonder internet: een halve minuut.'
	@$(BIN)/wijkprofiel build $(DEMO) --format html,pdf,json --output profielen
	@printf '%s\n' '' 'Klaar. Open met een dubbele klik, in de map profielen:' \
		'  $(DEMO_FILE).pdf   om te drukken en te delen' \
		'  $(DEMO_FILE).html  voor een scherm of telefoon' '' \
		'Daarna, met de naam van uw wijk:' \
		'  $(BIN)/wijkprofiel areas search NAAM   zoek haar op' \
		'  $(BIN)/wijkprofiel build NAAM          maak haar profiel' \
		'Stap voor stap staat alles in docs/handleiding.md.'

build: $(READY_TO_TEST) ## bouw het installeerbare pakket (wheel) in de map dist
	$(BIN)/python -m build --no-isolation

check: $(READY_TO_TEST) ## controleer opmaak, regels en typen; verandert niets, meldt alles
	@failed=; \
	for tool in 'ruff format --check' 'ruff check' 'mypy'; do \
		echo "$$tool"; $(BIN)/$$tool || failed="$$failed [$$tool]"; \
	done; \
	test -z "$$failed" || { echo "niet in orde:$$failed" >&2; exit 1; }

fix: $(READY_TO_TEST) ## herstel opmaak en wat ruff zelf kan herstellen
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

test: check ## controleer en test alles
	$(BIN)/python -m pytest --numprocesses auto --cov

country: $(READY_TO_TEST) ## ga elke wijk en gemeente van het land na; duurt een half uur
	$(BIN)/python -m pytest -m country
	$(BIN)/python -m tests.golden.whole_country

bench: $(READY_TO_BENCH) ## meet snelheid en geheugen
	$(BIN)/python -m bench

lock: $(READY_TO_TEST) ## leg de versies van alle pakketten opnieuw vast
	sh tools/lock.sh

clean: ## verwijder alles wat deze doelen maakten
	rm -rf .venv build dist profielen .mypy_cache .pytest_cache .ruff_cache .hypothesis .coverage*
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(READY_TO_RUN): pyproject.toml requirements.lock system-packages/run.txt tools/setup.sh
	@sh tools/setup.sh run

$(READY_TO_TEST): pyproject.toml requirements-dev.lock system-packages/run.txt system-packages/test.txt tools/setup.sh
	@sh tools/setup.sh test

$(READY_TO_BENCH): $(READY_TO_TEST) requirements-bench.lock
	@sh tools/setup.sh bench
