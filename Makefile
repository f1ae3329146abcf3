# make site    builds output/            make check   lists problems and what waits
# make serve   shows it while you write  make hooks   checks each commit before it is made
# make html    installs what reads saved web pages, for build.py add
# Who works on the program itself finds the rest in tools/develop.mk.

PYTHON ?= python3
RUN := .venv/bin/python
LOCKED := --quiet --disable-pip-version-check --no-input --root-user-action ignore --require-hashes --only-binary :all:

.PHONY: site serve check hooks html clean

site: .venv/site.done
	@$(RUN) build.py

serve: .venv/site.done
	@$(RUN) build.py --watch

check: .venv/site.done
	@$(RUN) build.py check

hooks: .venv/site.done
	@git config core.hooksPath deploy/hooks
	@echo "From now on git refuses a commit with an error. To switch it off:"
	@echo "  git config --unset core.hooksPath"

html: .venv/html.done

clean:
	@rm -rf tests/browser/node_modules tests/audit/node_modules tests/deploy/node_modules
	@rm -rf .venv .cache output .mypy_cache .ruff_cache .hypothesis .pytest_cache

.venv/site.done: requirements.txt .venv/pip.done
	@echo "Installing what a build needs …"
	@$$(cat .venv/pip.done) $(LOCKED) -r requirements.txt
	@touch $@

.venv/html.done: requirements-html.txt .venv/site.done
	@echo "Installing what reads saved web pages …"
	@$$(cat .venv/pip.done) $(LOCKED) -r requirements-html.txt
	@touch $@

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

-include tools/develop.mk
