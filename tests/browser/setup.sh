#!/bin/sh
# What the browser tests need beside Python: chromium and a serif, Java for the validator, and what
# npm locks.
# Installed where that is possible; else said, and the tests that need it are skipped. An argument
# names another folder with a package.json.
set -eu
cd "$(dirname "$0")"

# Not called "chromium": `command -v` finds functions, too.
browser_is_there() { command -v chromium >/dev/null || command -v chromium-browser >/dev/null; }

missing=""
browser_is_there || missing="$missing chromium fonts-liberation"
command -v java >/dev/null || missing="$missing default-jre-headless"
command -v npm >/dev/null || missing="$missing npm"

if [ -n "$missing" ]; then
  root=""
  [ "$(id -u)" = 0 ] || root="sudo -n"
  if command -v apt-get >/dev/null && $root true 2>/dev/null; then
    echo "Installing what the browser tests need:$missing …"
    { $root apt-get update -qq \
      && DEBIAN_FRONTEND=noninteractive $root apt-get install -qq -y --no-install-recommends $missing
    } >/dev/null 2>&1 || echo "The system's packages could not be installed:$missing" >&2
  else
    echo "The browser tests need more than Python; those that can't run are skipped." >&2
    echo "On Debian or Ubuntu:  sudo apt install$missing" >&2
  fi
fi

folder="${1:-.}"
if command -v npm >/dev/null \
  && [ ! "$folder/node_modules/.package-lock.json" -nt "$folder/package-lock.json" ]; then
  (cd "$folder" && npm ci --silent && touch node_modules/.package-lock.json) \
    || echo "npm could not install what the lock file beside package.json names" >&2
fi
