# make run, make test, make bench: each sets up on the way what it needs, once.
BIN := .venv/bin

.PHONY: help run test lint bench requirements

help:
	@echo "make run           serve the dashboard on http://127.0.0.1:8050 (PORT and BIND are respected)"
	@echo "make test          lint, types, import rules and every test, the browser's included"
	@echo "make bench         print timings; BENCH=reading runs one of them"
	@echo "make requirements  compile requirements*.txt from pyproject.toml"

.venv/.run: requirements.txt tools/venv.sh
	@sh tools/venv.sh requirements.txt
	@touch $@

.venv/.dev: requirements-dev.txt tools/venv.sh
	@sh tools/venv.sh requirements-dev.txt
	@touch $@ .venv/.run

# A machine of one's own has the memory that training takes; elsewhere it is off unless it is set. So are uploads, where
# others may reach the server.
run: export NOVAMART_TRAINING ?= on
run: export NOVAMART_UPLOADS ?= $(if $(BIND)$(NOVAMART_PUBLIC),off,on)
run: .venv/.run
	@$(BIN)/python -m data ensure
	@$(BIN)/python -m web.bundles
	@exec $(BIN)/gunicorn "app:create_server()"

lint: .venv/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy .
	$(BIN)/lint-imports

# A worker needs a core and, with its browser and its server, about a gigabyte.
SPREAD := --numprocesses logical --maxprocesses 4 --dist worksteal

test: lint
	CHROMIUM="$$($(BIN)/python -m tools.chromium)" && export CHROMIUM && $(BIN)/python -m pytest $(SPREAD)

bench: .venv/.dev
	@CHROMIUM="$$($(BIN)/python -m tools.chromium)" && export CHROMIUM && $(BIN)/python -m tests.benchmarks $(BENCH)

COMPILE := CUSTOM_COMPILE_COMMAND="make requirements" $(BIN)/pip-compile --quiet --strip-extras --allow-unsafe \
	--no-emit-index-url --no-emit-find-links --no-emit-trusted-host

requirements: .venv/.dev
	@$(COMPILE) --output-file requirements.txt pyproject.toml
	@$(COMPILE) --extra dev --constraint requirements.txt --output-file requirements-dev.txt pyproject.toml
