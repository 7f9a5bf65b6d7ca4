# What people type here: `make help` lists it. run and test do all the set-up they need by themselves.
.DEFAULT_GOAL := help
.PHONY: help setup run test lint bench torture images lock clean

BIN := .venv/bin
# Tests wait for processes, disks and pages about a third of their time: one worker more than there are cores, eight at
# most; `make test WORKERS=0` runs them in this process. What a file's tests share is made once, since they stay together.
WORKERS ?= $(shell echo $$(($$(getconf _NPROCESSORS_ONLN) + 1)))
# Further words for pytest, such as PYTEST="tests/stories -k reminder".
PYTEST ?=

help: ## List these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-9s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: .venv/.for-tests ## Make the environment in .venv/ with everything that running, testing and lint need
	@echo "The environment is ready: .venv/"

run: .venv/.for-running ## Serve the bot on PORT (8000): the demo with its simulator, or LINE where .env has its credentials
	@scripts/run.sh

test: .venv/.for-tests ## Run all tests, on SQLite and on a real PostgreSQL, with a real Chromium and LibreOffice
	@scripts/chromium.sh
	@scripts/postgresql.sh
	@scripts/libreoffice.sh
	@scripts/test.sh -n $(WORKERS) --maxprocesses 8 --dist loadfile --no-loadscope-reorder $(PYTEST)

lint: .venv/.for-tests ## Check style, types, who imports whom, and that every word has its Thai
	@scripts/lint.sh

bench: .venv/.for-tests ## Measure how fast webhooks are stored, beside LINE's own sample (needs wrk), and messages understood
	@$(BIN)/python -m benchmarks

torture: .venv/.for-tests ## Kill the bot again and again while messages arrive; nothing may be lost or said twice
	@$(BIN)/python -m benchmarks.torture

images: .venv/.for-tests ## Draw the pictures of docs/images anew
	@scripts/chromium.sh
	@scripts/images.sh

lock: ## Pin and hash requirements*.in anew (needs uv)
	@scripts/lock.sh

clean: ## Remove what was built; the environment and data/ stay
	@rm -rf build .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	@find . -name __pycache__ -not -path './.venv/*' -prune -exec rm -rf {} +

# The stamps: a second `make run` finds them newer than the requirements and starts at once.
.venv/.for-running: requirements.txt
	@scripts/environment.sh requirements.txt
	@touch $@

.venv/.for-tests: requirements-dev.txt
	@scripts/environment.sh requirements-dev.txt
	@touch .venv/.for-running $@
