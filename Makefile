# make site    builds output/            make test    runs every test
# make serve   shows it while you write  make lint    format, lint and types
# make check   lists problems            make lock    renews the lock files
# make audit   Lighthouse on four pages   make eval    measures extraction and merging
# make schemas writes docs/schemas/ anew, after a key of a file has changed

PYTHON ?= python3
RUN := .venv/bin/python
LOCKED := --quiet --disable-pip-version-check --no-input --root-user-action ignore --require-hashes --only-binary :all:
LOCK := $(RUN) -P -m piptools compile --quiet --generate-hashes --no-emit-index-url \
	--no-emit-find-links --strip-extras --allow-unsafe --no-header

.PHONY: site test serve lint check audit eval lock clean fonts schemas

site: .venv/site.done
	@$(RUN) build.py

serve: .venv/site.done
	@$(RUN) build.py --watch

check: .venv/site.done
	@$(RUN) build.py check

test: .venv/dev.done
	@sh tests/browser/setup.sh
	@sh tests/browser/setup.sh ../deploy
	@$(RUN) -m pytest -n auto --dist loadfile

audit: .venv/dev.done
	@sh tests/browser/setup.sh ../audit
	@$(RUN) tests/audit/audit.py

eval: .venv/dev.done
	@PYTHONPATH=. $(RUN) tests/evaluate.py

schemas: .venv/site.done
	@PYTHONPATH=. $(RUN) tools/schemas.py

lint: .venv/dev.done
	@$(RUN) -m ruff format --check --quiet .
	@$(RUN) -m ruff check --quiet .
	@$(RUN) -m mypy

lock: .venv/dev.done
	@$(LOCK) --upgrade --output-file requirements.txt requirements.in
	@$(LOCK) --upgrade --output-file requirements-dev.txt requirements-dev.in

# Needs npm. The first two packages are the typefaces, the others measure the faces of systems.
TYPEFACES := source-serif@4.5.1 source-sans@3.52.0 @capsizecss/metrics@4.3.0 @capsizecss/unpack@4.0.1
fonts: .venv/dev.done
	@mkdir -p .cache/fonts
	@cd .cache/fonts && npm pack --silent $(TYPEFACES) >/dev/null
	@cd .cache/fonts && for one in *.tgz; do \
	  mkdir -p $${one%-*} && tar -xzf $$one -C $${one%-*} --strip-components 1; done
	@$(RUN) tools/fonts.py .cache/fonts/source-serif .cache/fonts/source-sans assets/fonts
	@$(RUN) tools/faces.py .cache/fonts/capsizecss-metrics .cache/fonts/capsizecss-unpack assets

clean:
	@rm -rf tests/browser/node_modules tests/audit/node_modules tests/deploy/node_modules
	@rm -rf .venv .cache output .mypy_cache .ruff_cache .hypothesis .pytest_cache

.venv/site.done: requirements.txt .venv/pip.done
	@echo "Installing what a build needs …"
	@$$(cat .venv/pip.done) $(LOCKED) -r requirements.txt
	@touch $@

.venv/dev.done: requirements-dev.txt .venv/pip.done
	@echo "Installing what the tests need …"
	@$$(cat .venv/pip.done) $(LOCKED) -r requirements-dev.txt
	@touch $@ .venv/site.done

# pip.done holds the command that installs: the environment's own pip; or, where Python comes
# without ensurepip, the system's pip with the environment's folder as its target.
.venv/pip.done:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "Headcount needs Python 3.11 or newer as $(PYTHON). On Debian or Ubuntu:"; \
	  echo "  sudo apt install python3 python3-venv"; exit 1; } >&2
	@rm -rf .venv
	@if $(PYTHON) -m venv .venv >/dev/null 2>&1; then \
	  echo "$(RUN) -m pip install" > $@; \
	elif rm -rf .venv; $(PYTHON) -m pip --version >/dev/null 2>&1 \
	  && $(PYTHON) -m venv --without-pip .venv >/dev/null 2>&1; then \
	  target=$$($(RUN) -c 'import sysconfig; print(sysconfig.get_path("purelib"))'); \
	  case "$$target" in "$(CURDIR)"/*) target="$${target#"$(CURDIR)"/}";; esac; \
	  echo "$(PYTHON) -m pip install --upgrade --target $$target" > $@; \
	else \
	  rm -rf .venv; \
	  echo "$(PYTHON) can neither make an environment nor install into one. On Debian or Ubuntu:" >&2; \
	  echo "  sudo apt install python3-venv" >&2; exit 1; \
	fi
