# Every target works on a machine that has only Python 3.11+, make and a package index.
PYTHON ?= python3
BIN := .venv/bin
CATALOGUES := $(wildcard locales/*/LC_MESSAGES/messages.po)
COMPILED := $(CATALOGUES:.po=.mo)

.PHONY: help run demo test test-long lint types bench messages lock clean
.DEFAULT_GOAL := help

help: ## this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/'

.venv/.made-%: requirements-%.txt
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-$*.txt
	@touch $@

.venv/.made-package: .venv/.made-run pyproject.toml
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

locales/%/LC_MESSAGES/messages.mo: locales/%/LC_MESSAGES/messages.po .venv/.made-run
	@$(BIN)/pybabel --quiet compile --locale $* --input-file $< --output-file $@

run: .venv/.made-package $(COMPILED) ## start the bot and its chat page on this machine
	@$(BIN)/python -m bot migrate --quiet
	@exec $(BIN)/python -m bot run

demo: .venv/.made-package $(COMPILED) ## the chat page with a sample province of invented people
	@exec $(BIN)/python -m bot run --demo

test: .venv/.made-dev .venv/.made-package $(COMPILED) ## the tests (under 5 minutes on 2 cores)
	@$(BIN)/python -m pytest -n 2 --dist worksteal

test-long: .venv/.made-dev .venv/.made-package $(COMPILED) ## kill tests, fault runs and the browser
	@$(BIN)/python -m pytest -m long

lint: .venv/.made-dev .venv/.made-package ## ruff and the import rules
	@$(BIN)/ruff check bot tests benchmarks
	@$(BIN)/ruff format --check bot tests benchmarks
	@$(BIN)/lint-imports

types: .venv/.made-dev .venv/.made-package ## mypy, strict
	@$(BIN)/mypy

bench: .venv/.made-dev .venv/.made-package $(COMPILED) ## measurements as JSON lines
	@$(BIN)/python -m benchmarks

messages: .venv/.made-dev .venv/.made-package ## add what the code declares, drop what it no longer uses, compile
	@$(BIN)/python -m bot.catalogue
	@$(MAKE) --no-print-directory $(COMPILED)

lock: ## rewrite the locked dependencies from pyproject.toml
	@$(PYTHON) -m venv .venv-lock && .venv-lock/bin/pip install --quiet pip-tools
	@.venv-lock/bin/pip-compile --quiet --strip-extras --generate-hashes --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --extra build --output-file requirements-run.txt pyproject.toml
	@.venv-lock/bin/pip-compile --quiet --strip-extras --generate-hashes --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --allow-unsafe --extra build --extra dev --output-file requirements-dev.txt pyproject.toml
	@rm -rf .venv-lock

clean: ## remove what the other targets made, but not your data
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache dist build
	find . -name '*.mo' -not -path './.venv/*' -delete
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
