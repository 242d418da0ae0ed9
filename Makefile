# Two commands: `make start` serves Một Cửa, `make test` proves it. Both need only Python ≥ 3.11 and make.
.PHONY: start test env env-dev chromium lint format lock help
.DEFAULT_GOAL := help

# The first Python that is new enough; `make start PYTHON=/path/to/python3` decides otherwise.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo "$$p"; exit; }; done; echo python3)
BIN := .venv/bin
WORKERS ?= 2
LOCK := $(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes \
	--no-header --no-emit-index-url --no-emit-find-links

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /make \1 — /p' Makefile

start: env ## set everything up and serve on http://127.0.0.1:8000 (ARGS="--port 8001" for options)
	@exec $(BIN)/motcua start $(ARGS)

test: env-dev chromium lint ## everything that CI runs
	$(BIN)/pytest -n $(WORKERS)

env: ## the virtual environment of the product, from the lock file
	@command -v "$(PYTHON)" >/dev/null || { echo "Cần Python 3.11 trở lên / Python 3.11 or later is needed: apt install python3 python3-venv" >&2; exit 2; }
	@"$(PYTHON)" tools/environment.py run

env-dev: ## the same with the tools of the tests
	@command -v "$(PYTHON)" >/dev/null || { echo "Cần Python 3.11 trở lên / Python 3.11 or later is needed: apt install python3 python3-venv" >&2; exit 2; }
	@"$(PYTHON)" tools/environment.py dev

chromium: ## Debian's Chromium for the browser tests (BROWSER=skip does without)
	@sh tools/chromium.sh

lint: env-dev ## style, types and the floors of the house
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: env-dev ## put the code into the house's form
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lock: env ## write requirements/*.lock anew from requirements/*.in
	$(LOCK) requirements/uv.in -o requirements/uv.lock
	$(LOCK) requirements/run.in -o requirements/run.lock
	$(LOCK) requirements/dev.in -o requirements/dev.lock
