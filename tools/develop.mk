# make test    runs every test            make lint    format, lint and types
# make audit   Lighthouse on four pages   make eval    measures extraction and merging
# make lock    renews the lock files      make fonts   cuts the typefaces anew
# make schemas writes docs/schemas/ anew, after a key of a file has changed
# make bench   measures how long builds and saves take, beside peers

LOCK := $(RUN) -P -m piptools compile --quiet --generate-hashes --no-emit-index-url \
	--no-emit-find-links --strip-extras --allow-unsafe --no-header

.PHONY: test audit eval bench schemas lint lock fonts

test: .venv/dev.done
	@sh tests/browser/setup.sh
	@sh tests/browser/setup.sh ../deploy
	@$(RUN) -m pytest -n auto --dist loadfile

audit: .venv/dev.done
	@sh tests/browser/setup.sh ../audit
	@$(RUN) tests/audit/audit.py

eval: .venv/dev.done
	@PYTHONPATH=. $(RUN) tests/evaluate.py

bench: .venv/dev.done
	@PYTHONPATH=.:tests:tests/browser $(RUN) tests/bench.py

schemas: .venv/site.done
	@PYTHONPATH=. $(RUN) tools/schemas.py

lint: .venv/dev.done
	@$(RUN) -m ruff format --check --quiet .
	@$(RUN) -m ruff check --quiet .
	@$(RUN) -m mypy

lock: .venv/dev.done
	@$(LOCK) --upgrade --output-file requirements.txt requirements.in
	@$(LOCK) --upgrade --output-file requirements-html.txt requirements-html.in
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

.venv/dev.done: requirements-dev.txt .venv/pip.done
	@echo "Installing what the tests need …"
	@$$(cat .venv/pip.done) $(LOCKED) -r requirements-dev.txt
	@touch .venv/site.done .venv/html.done $@
