"""Writes the schemas for editor programs anew: `make schemas`, after a key has changed."""

from __future__ import annotations

from pathlib import Path

from headcount import forms

ROOT = Path(__file__).parent.parent

if __name__ == "__main__":
    for path, data in forms.written().items():
        (ROOT / path).parent.mkdir(parents=True, exist_ok=True)
        (ROOT / path).write_bytes(data)
        print(path)
