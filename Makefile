# The two commands of the README: `make demo` and `make test`. Nothing else to set up.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test install check bench clean

demo: $(VENV)/.installed
	@$(BIN)/luoshi read samples --format html -o demo-output
	@echo
	@echo "Open one of these pages in a browser:"
	@find "$(CURDIR)/demo-output" -name '*.html' | sort

test: $(VENV)/.installed-for-tests
	@PATH="$(CURDIR)/$(BIN):$$PATH" bash scripts/check

install: $(VENV)/.installed

$(VENV)/.installed: pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Luoshi needs Python 3.11 or newer: make PYTHON=python3.12 …")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --editable .
	$(BIN)/python -m compileall -q src/luoshi # as pip does with what is not editable: the first run is as quick as the next
	@touch $@

$(VENV)/.installed-for-tests: $(VENV)/.installed
	$(BIN)/pip install --quiet --disable-pip-version-check --upgrade 'pip>=25.1'
	$(BIN)/pip install --quiet --disable-pip-version-check --group test
	bash scripts/install-browser
	@touch $@

bench: $(VENV)/.installed
	test -d .venv-peers || $(PYTHON) -m venv .venv-peers
	.venv-peers/bin/pip install --quiet 'recognizers-text-suite==1.0.2a2' 'emoji<2' jionlp
	$(BIN)/python benchmarks/speed.py --peers .venv-peers/bin/python
	$(BIN)/python benchmarks/scaling.py
	$(BIN)/python benchmarks/startup.py
	$(BIN)/python benchmarks/batch.py

clean:
	rm -rf $(VENV) demo-output
