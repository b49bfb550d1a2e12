# Every target works on a machine that has only Python 3.11+, make and a way to Python's packages.
PYTHON ?= python3
BIN := .venv/bin
CATALOGUES := $(wildcard locales/*/LC_MESSAGES/messages.po)
COMPILED := $(CATALOGUES:.po=.mo)
# Compiled modules are kept, as in service: without them every worker of the tests and every process
# that they start compiles the whole program anew.
unexport PYTHONDONTWRITEBYTECODE
# Where `make install` makes the bot's word known.
PREFIX ?= /usr/local
# Root builds as the user whose checkout this is: what root wrote, that user couldn't update.
OWNER := $(shell stat -c %U . 2>/dev/null)
ifeq ($(shell id -u),0)
ifneq ($(filter-out root UNKNOWN,$(OWNER)),)
AS_OWNER := runuser -u $(OWNER) -- env -u HOME
endif
endif
# Before long work: says every ten seconds that it goes on. $(call at_work,what is said first)
at_work = echo "$(1)"; ( n=0; while sleep 10 >/dev/null 2>&1 && kill -0 $$$$ 2>/dev/null; do n=$$((n + 10)); echo "  … $$n s"; done ) & beat=$$!; \
	trap 'kill $$beat 2>/dev/null' EXIT; trap 'exit 130' INT TERM;

.PHONY: help run demo install test test-long lint types bench messages lock clean
.DEFAULT_GOAL := help

help: ## this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/'

.venv/.made-%: requirements-%.txt
	@$(call at_work,Đang cài thư viện từ mạng: lần đầu mất một hai phút. / Installing libraries: a minute or two the first time.) \
	if ! $(AS_OWNER) $(BIN)/python -m pip --version >/dev/null 2>&1; then \
		$(AS_OWNER) $(PYTHON) -m venv .venv || { rm -rf .venv; \
		echo "Python cannot make an environment: on Debian and Ubuntu  sudo apt install python3-venv  first" >&2; exit 1; }; fi; \
	$(AS_OWNER) $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-$*.txt
	@$(AS_OWNER) touch $@

.venv/.made-package: .venv/.made-run pyproject.toml
	@$(AS_OWNER) $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@$(AS_OWNER) touch $@

locales/%/LC_MESSAGES/messages.mo: locales/%/LC_MESSAGES/messages.po .venv/.made-run
	@$(AS_OWNER) $(BIN)/pybabel --quiet compile --locale $* --input-file $< --output-file $@

run: .venv/.made-package $(COMPILED) ## start the bot and its chat page on this machine
	@echo "Đang bật máy trả lời, chờ vài giây; tắt bằng Ctrl+C. / Starting, some seconds; Ctrl+C stops it."
	@$(BIN)/python -m bot migrate --quiet
	@exec $(BIN)/python -m bot run

demo: .venv/.made-package $(COMPILED) ## the chat page with a sample province of invented people
	@echo "Đang mở bản dùng thử; tắt bằng Ctrl+C. / Opening the trial version; Ctrl+C stops it."
	@exec $(BIN)/python -m bot run --demo

install: .venv/.made-package $(COMPILED) ## the libraries, and the command ishc-bot for everybody on this machine (with sudo)
	@if [ -w $(PREFIX)/bin ]; then ln -sfn $(CURDIR)/ishc-bot $(PREFIX)/bin/ishc-bot && echo "ishc-bot -> $(CURDIR)"; \
	else echo "the libraries are there; for the command ishc-bot everywhere: sudo make -C $(CURDIR) install"; fi

test: .venv/.made-dev .venv/.made-package $(COMPILED) ## the tests (four to six minutes on 2 cores)
	@$(BIN)/python -m pytest -n 3 --dist worksteal

test-long: .venv/.made-dev .venv/.made-browser .venv/.made-package $(COMPILED) ## kill tests, fault runs, the browser, and all examples of what `test` takes some of
	@$(BIN)/python -m pytest -m long --hypothesis-profile=long

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
	@.venv-lock/bin/pip-compile --quiet --strip-extras --generate-hashes --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --constraint requirements-dev.txt --output-file requirements-browser.txt requirements-browser.in
	@rm -rf .venv-lock

clean: ## remove what the other targets made, but not your data
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache dist build
	find . -name '*.mo' -not -path './.venv/*' -delete
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
